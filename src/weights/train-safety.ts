import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { loadSafetyKnowledge } from '../knowledge/load-safety-knowledge.ts';
import { createNamingSigns } from '../pipeline/safety/naming-signs.ts';
import type { SafetyModel, SafetyThresholds } from '../pipeline/safety/safety-model.ts';
import { createLook, type SafetyKnowledge, type Seen } from '../pipeline/safety/screen.ts';
import { encodeLinear, type LinearModel } from '../pipeline/text/linear-model.ts';
import type { Sparse } from '../pipeline/text/row-counter.ts';
import { type Example, seeded } from './fit-linear.ts';
import { fitMargins } from './safety-fit.ts';

/** A snippet to fit on: which safety labels it raises, and what the screen sees in it. */
export interface SafetySnippet {
  readonly text: string;
  readonly open: readonly string[];
  readonly ask: readonly string[];
  /** False for snippets of the other kinds, which carry no safety label. */
  readonly about: boolean;
  /** Off-topic chatter and everyday context, which should never raise a question. */
  readonly neutral: boolean;
  /** What the rules make of it. */
  readonly judged: Seen['judged'];
  /** Counted signs by name. */
  readonly signs: Signs;
}

type Signs = ReadonlyMap<string, number>;

const CASES = new URL('../../bench/cases/', import.meta.url);
const HERE = new URL('./', import.meta.url);

/** Chosen on the development notes and write-ups, none of which the weights were fitted on. */
const THRESHOLDS: SafetyThresholds = {
  short: { ask: -0.1, open: 0.7, askWording: -0.35, openWording: 0.4 },
  long: { ask: 0.3, open: 0.8, askWording: 0.2, openWording: 0.5 },
  apart: 1,
  most: 4,
};

/** In a short note, snippets on other matters count so little beside hard cases about safety … */
const OTHERS_WEIGHT = 0.06;
/** … and everyday talk, which must never raise a question, counts a little more. */
const NEUTRAL_WEIGHT = 0.3;
const PASSES = 20;
const FEWEST = 2;
/** Higher, because every safety snippet stands in two made-up write-ups. */
const FEWEST_LONG = 5;
/** Made-up write-ups: how often each safety snippet is set among others, and how many have none. */
const REPEATS = 2;
const WITHOUT = 6000;
const SEED = 3;

/** A line of a training file; write-ups have `required` and `acceptable` instead of `labels`. */
interface Row {
  readonly text?: string;
  readonly open?: readonly string[];
  readonly ask?: readonly string[];
  readonly labels?: readonly string[];
  readonly required?: readonly string[];
  readonly acceptable?: readonly string[];
  readonly kind?: string;
}

const isSafety = (label: string) => label.startsWith('sf-');

type Look = (text: string) => Pick<SafetySnippet, 'judged' | 'signs'>;

/** Counted signs by their names. */
function named({ rows, counts }: Sparse, nameOf: (sign: number) => string): Signs {
  return new Map(Array.from(rows, (sign, nth) => [nameOf(sign), counts[nth] ?? 0]));
}

/** Signs of neighbouring pieces together. */
function together(parts: readonly Signs[]): Signs {
  const out = new Map<string, number>();
  for (const counts of parts)
    for (const [name, count] of counts) out.set(name, (out.get(name) ?? 0) + count);
  return out;
}

/** The signs of the text alone, without what the rules made of it. */
function withoutRules(signs: Signs): Signs {
  return new Map([...signs].filter(([name]) => !name.startsWith('H:')));
}

/** Every training snippet, seen through the rules. */
export function safetySnippets(knowledge: SafetyKnowledge): SafetySnippet[] {
  const space = createNamingSigns();
  const seen = createLook(knowledge, space);
  const look = (text: string) => {
    const { judged, pieces } = seen(text);
    return { judged, signs: together(pieces.map(({ signs }) => named(signs, space.nameOf))) };
  };
  const files = ['train', 'train-more'].flatMap((folder) =>
    globSync(`${folder}/*.jsonl`, { cwd: CASES }).sort(),
  );
  return files
    .flatMap((file) => readFileSync(new URL(file, CASES), 'utf8').split('\n'))
    .filter((line) => line.trim() !== '')
    .flatMap((line) => snippetOf(JSON.parse(line) as Row, look))
    .filter((row) => row.about || raises(row) || !tellsOfSafety(row));
}

/** Write-ups that may touch on safety are left out: nobody has said which sentence it is. */
function snippetOf(row: Row, look: Look): SafetySnippet[] {
  const { text, ask = [] } = row;
  if (text === undefined) return [];
  if ([...(row.required ?? []), ...(row.acceptable ?? [])].some(isSafety)) return [];
  const open = row.open ?? (row.labels ?? []).filter(isSafety);
  const [about, neutral] = [row.open !== undefined, row.kind !== undefined];
  return [{ text, open, ask, about, neutral, ...look(text) }];
}

/** Snippets on other matters may tell of safety in passing; those teach nothing about its absence. */
function tellsOfSafety({ judged }: SafetySnippet): boolean {
  return judged.some(({ sure, status }) => sure && (status === 'open' || status === 'ask'));
}

const raises = ({ open, ask }: Pick<SafetySnippet, 'open' | 'ask'>) => open.length + ask.length > 0;

function alarmLabels(parts: readonly SafetySnippet[]): string[] {
  return [
    ...(parts.some(raises) ? ['raise'] : []),
    ...(parts.some(({ open }) => open.length > 0) ? ['open'] : []),
  ];
}

function weightOf(snippet: SafetySnippet): number {
  if (snippet.about || raises(snippet)) return 1;
  return snippet.neutral ? NEUTRAL_WEIGHT : OTHERS_WEIGHT;
}

function shortExamples(snippets: readonly SafetySnippet[]): Example[] {
  return snippets.map((snippet) => ({
    counts: withoutRules(snippet.signs),
    labels: alarmLabels([snippet]),
    weight: weightOf(snippet),
  }));
}

/** Stretches of write-ups: a safety snippet among none to two others, or others alone. */
function longExamples(snippets: readonly SafetySnippet[]): Example[] {
  const random = seeded(SEED);
  const below = (size: number) => Math.floor(random() * size);
  const others = snippets.filter((snippet) => !snippet.about && !raises(snippet));
  const pick = () => others[below(others.length)] as SafetySnippet;
  const example = (parts: readonly SafetySnippet[]): Example => ({
    counts: together(parts.map(({ signs }) => signs)),
    labels: alarmLabels(parts),
  });
  const about = snippets.filter((snippet) => snippet.about || raises(snippet));
  const among = about.flatMap((snippet) =>
    Array.from({ length: REPEATS }, () => {
      const parts = Array.from({ length: below(3) }, pick);
      parts.splice(below(parts.length + 1), 0, snippet);
      return example(parts);
    }),
  );
  const without = Array.from({ length: WITHOUT }, () =>
    example(Array.from({ length: 1 + below(3) }, pick)),
  );
  return [...among, ...without];
}

function whichExamples(snippets: readonly SafetySnippet[]): Example[] {
  return snippets.filter(raises).map(({ open, ask, signs }) => ({
    counts: signs,
    labels: [...open, ...ask],
  }));
}

/** Fits the classifier; the same snippets give the same weights, bit for bit. */
export function fitSafety(
  snippets: readonly SafetySnippet[],
  ids: readonly string[],
): Omit<SafetyModel, 'version'> {
  const alarm = ['raise', 'open'];
  const shared = { passes: PASSES, fewest: FEWEST };
  return {
    short: fitMargins(shortExamples(snippets), alarm, { ...shared, cost: 0.3 }),
    long: fitMargins(longExamples(snippets), alarm, { ...shared, cost: 0.3, fewest: FEWEST_LONG }),
    which: fitMargins(whichExamples(snippets), ids, { ...shared, cost: 1 }),
    thresholds: THRESHOLDS,
  };
}

/** Safety labels the classifier tells apart. */
export function fittedIds(knowledge: SafetyKnowledge): string[] {
  return knowledge.safety.map(({ id }) => id).filter((id) => id !== 'sf-identifiers');
}

/** The shipped files by name: the header as JSON, and the bytes of each part. */
export interface SafetyFiles {
  readonly header: string;
  readonly bytes: ReadonlyMap<string, Uint8Array>;
}

/** Fits the safety classifier on the training snippets; the same snippets give the same files. */
export function buildSafety(): SafetyFiles {
  const knowledge = loadSafetyKnowledge();
  const fitted = fitSafety(safetySnippets(knowledge), fittedIds(knowledge));
  const parts: [string, LinearModel][] = [
    ['short', fitted.short],
    ['long', fitted.long],
    ['which', fitted.which],
  ];
  const digest = createHash('sha256');
  const bytes = new Map(parts.map(([name, model]) => [name, encodeLinear(model)]));
  for (const part of bytes.values()) digest.update(part);
  const headers = parts.map(([name, { labels, features }]) => [name, { labels, features }]);
  const header = {
    version: digest.digest('hex').slice(0, 8),
    thresholds: fitted.thresholds,
    parts: Object.fromEntries(headers),
  };
  return { header: `${JSON.stringify(header)}\n`, bytes };
}

/** Fits the safety classifier and writes the shipped weights. */
export function trainSafety(): void {
  const { header, bytes } = buildSafety();
  for (const [name, part] of bytes) writeFileSync(new URL(`safety-${name}.bin`, HERE), part);
  writeFileSync(new URL('safety-model.json', HERE), header);
}
