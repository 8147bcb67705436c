import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { createLint, type Lint } from '../src/pipeline/guard/lint.ts';

/** A phrase with its label; `faults` in plain words, empty for a good one. */
export interface PhraseRow {
  readonly id: string;
  readonly text: string;
  readonly good: boolean;
  readonly faults: readonly string[];
}

/** How often the guard and the label agree; shares from 0 to 1. */
export interface PhraseScore {
  readonly phrases: number;
  readonly agreement: number;
  /** Share of good phrases that the guard stops. */
  readonly falseAlarms: number;
  /** Share of bad phrases that the guard stops. */
  readonly caught: number;
  /** Stopped and all phrases, by fault. */
  readonly byFault: Readonly<Record<string, readonly [stopped: number, all: number]>>;
  readonly errors: readonly {
    readonly id: string;
    readonly text: string;
    readonly errors: readonly string[];
  }[];
}

const SETS = ['dev/phrases.jsonl', 'own/phrases-tuned.jsonl', 'own/phrases-fresh.jsonl'];
const share = (part: number, all: number) => (all === 0 ? 1 : part / all);

/** Holds labelled phrases against the guard. */
export function scorePhrases(rows: readonly PhraseRow[], lint: Lint): PhraseScore {
  const judged = rows.map((row) => ({ row, ...lint(row.text) }));
  const good = judged.filter(({ row }) => row.good);
  const bad = judged.filter(({ row }) => !row.good);
  const wrong = judged.filter(({ row, pass }) => pass !== row.good);
  const faults = [...new Set(bad.flatMap(({ row }) => row.faults))].sort();
  const having = (fault: string) => bad.filter(({ row }) => row.faults.includes(fault));
  return {
    phrases: rows.length,
    agreement: share(rows.length - wrong.length, rows.length),
    falseAlarms:
      good.length === 0 ? 0 : share(good.filter(({ pass }) => !pass).length, good.length),
    caught: share(bad.filter(({ pass }) => !pass).length, bad.length),
    byFault: Object.fromEntries(
      faults.map((fault) => [
        fault,
        [having(fault).filter(({ pass }) => !pass).length, having(fault).length] as const,
      ]),
    ),
    errors: wrong.map(({ row, errors }) => ({ id: row.id, text: row.text, errors })),
  };
}

/** The labelled phrases of a file under `bench/cases`. */
export function readPhrases(path: string): readonly PhraseRow[] {
  return readFileSync(new URL(`cases/${path}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as PhraseRow);
}

function print(name: string, score: PhraseScore, withErrors: boolean): void {
  const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
  console.log(
    `${name}: ${score.phrases} phrases, agreement ${percent(score.agreement)}, false alarms ${percent(score.falseAlarms)}, caught ${percent(score.caught)}`,
  );
  for (const [fault, [stopped, all]] of Object.entries(score.byFault)) {
    console.log(`  ${fault.padEnd(16)} ${stopped} of ${all}`);
  }
  if (!withErrors) return;
  for (const { id, text, errors } of score.errors) {
    console.log(
      `  ${errors.length > 0 ? `stopped (${errors.join(', ')})` : 'passed'} ${id}: ${text}`,
    );
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, errors: { type: 'boolean' } },
  });
  const lint = createLint(loadKnowledge());
  const scores = SETS.map((name) => [name, scorePhrases(readPhrases(name), lint)] as const);
  if (values.json) console.log(JSON.stringify(Object.fromEntries(scores), null, 1));
  else for (const [name, score] of scores) print(name, score, values.errors === true);
}
