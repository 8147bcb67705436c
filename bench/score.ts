import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Registry } from 'prom-client';
import { buildStages } from '../src/build-stages.ts';
import { scoreDeid } from './deid.ts';
import { percent } from './deid-measures.ts';
import { scoreModel } from './model/score-model.ts';
import { consultationRate } from './score/consultation-figure.ts';
import { readingErrors, safetyErrors } from './score/errors.ts';
import { type Baseline, type Figure, figuresOf, keyOf, lost } from './score/figures.ts';
import { grouped } from './score/groups.ts';
import { type LabelledPhrase, labelled } from './score/labelled.ts';
import { createProgress } from './score/progress.ts';
import { rate, share } from './score/rates.ts';
import { type ReadSet, readSet } from './score/read-cases.ts';
import {
  afterTap,
  asserted,
  DIRECTIONS,
  labelCounts,
  READING_FIGURES,
} from './score/reading-figures.ts';
import { reliability } from './score/reliability.ts';
import { SAFETY_FIGURES } from './score/safety-figures.ts';
import { confusion, tableOf } from './score/table.ts';

const BASELINE = new URL('baseline.json', import.meta.url);
const say = (text: string) => process.stdout.write(`${text}\n`);

type Engine = ReturnType<typeof buildStages>;

function setFigures(name: string, set: ReadSet): Figure[] {
  return [
    ...figuresOf(`${name}, reading`, set.cases, READING_FIGURES),
    ...(set.everyday.length === 0
      ? []
      : figuresOf(`${name}, everyday posts`, set.everyday, {
          'nothing asserted': (posts) => share(rate(posts, (left) => left)),
        })),
    ...figuresOf(`${name}, consultation`, set.cases, {
      'good option among three': (cases) => share(consultationRate(cases)),
    }),
    ...figuresOf(`${name}, safety`, set.notes, SAFETY_FIGURES),
  ];
}

function phraseFigures({ lint }: Engine): Figure[] {
  const phrases = labelled<LabelledPhrase>('dev/phrases.jsonl');
  const agrees = ({ text, good }: LabelledPhrase) => lint(text).pass === good;
  return figuresOf('dev, phrases', phrases, {
    'guard agrees with the label': (all) => share(rate(all, agrees)),
    'good phrases passed': (all) =>
      share(
        rate(
          all.filter(({ good }) => good),
          agrees,
        ),
      ),
    'bad phrases stopped': (all) =>
      share(
        rate(
          all.filter(({ good }) => !good),
          agrees,
        ),
      ),
  });
}

function deidFigures(): Figure[] {
  const { corpus, writeUps } = scoreDeid();
  const figure = (name: string, { hit, of }: { hit: number; of: number }): Figure => ({
    part: 'dev, de-identification',
    name,
    value: percent({ hit, of }) / 100,
    interval: null,
    cases: of,
  });
  return [
    figure('identifiers removed', corpus.recall),
    figure('removals that were identifiers', corpus.precision),
    figure('fully clean texts', corpus.clean),
    figure('leak, characters left', corpus.leak),
    figure('hard negatives touched', corpus.negatives),
    figure('write-ups changed', writeUps),
  ];
}

function showDetails({ cases }: ReadSet): void {
  say('\nDirection before a tap, dev');
  say(
    confusion(
      cases.map(({ kase, reading }) => [kase.direction, reading.direction]),
      DIRECTIONS,
    ),
  );
  say('\nLabels, dev: asserted, and after a tap (right / wrong / missed)');
  const tapped = new Map(labelCounts(cases, afterTap).map(({ id, counts }) => [id, counts]));
  for (const { id, counts } of labelCounts(cases, asserted)) {
    const after = tapped.get(id) ?? counts;
    const line = [counts, after]
      .map(({ tp, fp, fn }) => `${tp} / ${fp} / ${fn}`.padEnd(16))
      .join('');
    say(`  ${id.padEnd(34)}${line}`);
  }
  say('\nReliability, dev: confidence said, share right, calls');
  for (const { from, to, said, right, calls } of reliability(cases))
    say(
      `  ${from.toFixed(1)} to ${to.toFixed(1)}   ${said.toFixed(2)}   ${right.toFixed(2)}   ${calls}`,
    );
}

function showGroups({ cases }: ReadSet, by: 'style' | 'length'): void {
  for (const [name, own] of grouped(cases, by))
    say(`\n${tableOf(figuresOf(name, own, READING_FIGURES), {})}`);
}

const OPTIONS = {
  json: { type: 'boolean' },
  errors: { type: 'boolean' },
  details: { type: 'boolean' },
  by: { type: 'string' },
  keep: { type: 'boolean' },
  model: { type: 'boolean' },
} as const;

interface Wishes {
  readonly json?: boolean;
  readonly errors?: boolean;
  readonly details?: boolean;
  readonly by?: string;
}

/** Prints the table and whatever more was asked for, of the sets that were read. */
function show(figures: readonly Figure[], baseline: Baseline, dev: ReadSet, wishes: Wishes): void {
  if (wishes.json) {
    say(JSON.stringify({ figures, lost: lost(figures, baseline).map(keyOf) }));
    return;
  }
  say(tableOf(figures, baseline));
  if (wishes.details) showDetails(dev);
  if (wishes.by === 'style' || wishes.by === 'length') showGroups(dev, wishes.by);
  if (wishes.errors)
    for (const line of [...dev.cases.flatMap(readingErrors), ...dev.notes.flatMap(safetyErrors)])
      say(line);
}

function keep(figures: readonly Figure[]): void {
  const kept = figures.flatMap((figure) =>
    figure.value === null ? [] : [[keyOf(figure), Number(figure.value.toFixed(3))] as const],
  );
  writeFileSync(BASELINE, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
}

function baselineKept(): Baseline {
  return existsSync(BASELINE) ? (JSON.parse(readFileSync(BASELINE, 'utf8')) as Baseline) : {};
}

/** Rules, the configured model and both side by side; answers are kept, so that a run can be resumed. */
function compareWithModel(engine: Engine, json: boolean): Promise<number> {
  return scoreModel(engine, {
    ...{ env: process.env, registry: new Registry(), sets: ['dev', 'untouched'] },
    ...{ answers: 'data/model-answers.jsonl', parallel: 4, json, say },
  });
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: OPTIONS });
  const engine = buildStages();
  if (values.model) return compareWithModel(engine, values.json ?? false);
  const size = (name: string) =>
    labelled(`${name}/cases.jsonl`).length + labelled(`${name}/safety.jsonl`).length;
  const tick = createProgress(size('dev') + size('untouched'));
  const dev = readSet(engine, 'dev', tick);
  const untouched = readSet(engine, 'untouched', tick);
  const figures = [
    ...setFigures('dev', dev),
    ...setFigures('untouched', untouched),
    ...phraseFigures(engine),
    ...deidFigures(),
  ];
  const baseline = baselineKept();
  show(figures, baseline, dev, values);
  if (values.keep) {
    keep(figures);
    return 0;
  }
  const worse = lost(figures, baseline);
  for (const figure of worse) process.stderr.write(`Below the kept baseline: ${keyOf(figure)}\n`);
  return worse.length > 0 ? 1 : 0;
}

process.exitCode = await main();
