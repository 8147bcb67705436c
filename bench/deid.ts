import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createDeidentifier, type Deidentify } from '../src/pipeline/deidentify/deidentify.ts';
import { loadNameTables } from '../src/weights/load-name-tables.ts';
import { type LabelledNote, measureDeid, percent } from './deid-measures.ts';

const read = <T>(path: string): T[] =>
  readFileSync(new URL(path, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

const lowered = (note: LabelledNote): LabelledNote => ({ ...note, text: note.text.toLowerCase() });

const DATES = new Set(['date']);

function changed(deidentify: Deidentify, texts: readonly string[]) {
  const touched = texts.filter((text) => {
    const result = deidentify(text);
    return !result.ok || result.removed.some((own) => !DATES.has(own.class));
  });
  return { hit: touched.length, of: texts.length };
}

/** Every de-identification figure on the labelled notes and on write-ups without identifiers. */
export function scoreDeid(deidentify = createDeidentifier(loadNameTables())) {
  const remove = (text: string) => {
    const result = deidentify(text);
    return result.ok ? result.removed : [];
  };
  const notes = read<LabelledNote>('cases/phi/corpus.jsonl');
  const extra = read<LabelledNote>('cases/phi/extra.jsonl');
  const cases = read<{ text: string }>('cases/dev/cases.jsonl').map(({ text }) => text);
  return {
    corpus: measureDeid(notes, remove),
    corpusLower: measureDeid(notes.map(lowered), remove),
    extra: measureDeid(extra, remove),
    extraLower: measureDeid(extra.map(lowered), remove),
    writeUps: changed(deidentify, cases),
  };
}

function print(scores: ReturnType<typeof scoreDeid>): void {
  const row = (name: string, m: ReturnType<typeof measureDeid>) =>
    `${name.padEnd(26)}${[m.recall, m.precision, m.leak, m.clean, m.negatives].map((s) => percent(s).toFixed(1).padStart(10)).join('')}`;
  process.stdout.write(
    `${''.padEnd(26)}${['recall', 'precision', 'leak', 'clean', 'negatives'].map((s) => s.padStart(10)).join('')}\n`,
  );
  for (const [name, m] of Object.entries(scores)) {
    if ('recall' in m) process.stdout.write(`${row(name, m)}\n`);
  }
  process.stdout.write(
    `write-ups changed           ${scores.writeUps.hit} of ${scores.writeUps.of}\n`,
  );
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, errors: { type: 'boolean' } },
  });
  const scores = scoreDeid();
  if (values.json) process.stdout.write(`${JSON.stringify(scores, null, 1)}\n`);
  else print(scores);
}
