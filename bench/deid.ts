import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createDeidentifier, type Deidentify } from '../src/pipeline/deidentify/deidentify.ts';
import { loadNameTables } from '../src/weights/load-name-tables.ts';
import {
  type DeidMeasures,
  type LabelledNote,
  measureDeid,
  percent,
  type Share,
  type Span,
} from './deid-measures.ts';

const read = <T>(path: string): T[] =>
  readFileSync(new URL(path, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

const corpus = () => read<LabelledNote>('cases/phi/corpus.jsonl');
const extra = () => read<LabelledNote>('cases/phi/extra.jsonl');
const lowered = (note: LabelledNote): LabelledNote => ({ ...note, text: note.text.toLowerCase() });

/** Write-ups without identifiers that come out changed; dates and holidays may go. */
function changed(deidentify: Deidentify): Share {
  const texts = read<{ text: string }>('cases/dev/cases.jsonl').map(({ text }) => text);
  const touched = texts.filter((text) => {
    const result = deidentify(text);
    return !result.ok || result.removed.some(({ class: kind }) => kind !== 'date');
  });
  return { hit: touched.length, of: texts.length };
}

const remover = (deidentify: Deidentify) => (text: string) => {
  const result = deidentify(text);
  return result.ok ? result.removed : [{ start: 0, end: text.length }];
};

/**
 * Every de-identification figure: on the labelled notes, on notes of our own that were labelled
 * before the first run over them, both as typed and all in small letters, and on write-ups that hold
 * no identifier.
 */
export function scoreDeid(deidentify = createDeidentifier(loadNameTables())) {
  const remove = remover(deidentify);
  return {
    corpus: measureDeid(corpus(), remove),
    corpusLower: measureDeid(corpus().map(lowered), remove),
    extra: measureDeid(extra(), remove),
    extraLower: measureDeid(extra().map(lowered), remove),
    writeUps: changed(deidentify),
  };
}

/** The same figures for packages that promise the same, on the same labelled notes. */
async function comparePeers(): Promise<Record<string, DeidMeasures>> {
  const { PEERS } = await import('./deid-peers.ts');
  const measured = Object.entries(PEERS).map(([name, remove]) => [
    name,
    measureDeid([...corpus(), ...extra()], remove),
  ]);
  return Object.fromEntries(measured);
}

const say = (line: string) => process.stdout.write(`${line}\n`);
const COLUMNS = ['recall', 'precision', 'leak', 'clean', 'negatives'] as const;

function sayMeasures(rows: Readonly<Record<string, DeidMeasures>>): void {
  say(`${''.padEnd(34)}${COLUMNS.map((name) => name.padStart(11)).join('')}`);
  for (const [name, measures] of Object.entries(rows)) {
    const figures = COLUMNS.map((column) => percent(measures[column]).toFixed(1).padStart(11));
    say(`${name.padEnd(34)}${figures.join('')}`);
  }
}

function sayShares(title: string, shares: Readonly<Record<string, Share>>): void {
  say(`\n${title}`);
  for (const [name, share] of Object.entries(shares)) {
    say(`  ${name.padEnd(24)}${percent(share).toFixed(0).padStart(4)} % of ${share.of}`);
  }
}

const touches = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

/** What was missed, left over or taken in vain, one note a line; the notes are invented. */
function sayErrors(remove: (text: string) => readonly Span[]): void {
  for (const { id, text, spans, ignore } of [...corpus(), ...extra()]) {
    const removed = remove(text);
    const words = ({ start, end }: Span) => JSON.stringify(text.slice(start, end));
    const missed = spans.filter((span) => !removed.some((own) => touches(own, span)));
    const vain = removed.filter((own) => ![...spans, ...ignore].some((span) => touches(own, span)));
    if (missed.length + vain.length === 0) continue;
    say(`${id}  missed ${missed.map(words).join(' ')}  in vain ${vain.map(words).join(' ')}`);
  }
}

async function main(): Promise<void> {
  const options = { json: { type: 'boolean' }, errors: { type: 'boolean' } } as const;
  const { values } = parseArgs({ options });
  const { writeUps, ...measured } = scoreDeid();
  const peers = await comparePeers();
  if (values.json) {
    say(JSON.stringify({ ...measured, writeUps, peers }));
    return;
  }
  sayMeasures({
    'labelled notes': measured.corpus,
    'labelled, in small letters': measured.corpusLower,
    'our own notes': measured.extra,
    'our own, in small letters': measured.extraLower,
    ...peers,
  });
  say(`\nwrite-ups without identifiers that were changed: ${writeUps.hit} of ${writeUps.of}`);
  sayShares('recall by class', measured.corpus.byClass);
  sayShares('recall by class and kind', measured.corpus.bySub);
  sayShares('hard negatives touched', measured.corpus.byNegative);
  if (values.errors) sayErrors(remover(createDeidentifier(loadNameTables())));
}

if (import.meta.main) await main();
