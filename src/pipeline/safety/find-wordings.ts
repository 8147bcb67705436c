import { type Range, type Wording, wordingAt } from './wording.ts';
import type { Word } from './words.ts';

/** A wording found in a text, with what it was listed for. */
export interface Found<T> extends Range {
  readonly for: T;
}

/** Finds, in one pass over the words, every place where one of the wordings stands. */
export type FindWordings<T> = (words: readonly Word[]) => Found<T>[];

interface Entry<T> {
  readonly wording: Wording;
  readonly for: T;
}

/** Keys of the words a wording can begin with. */
function keysOf({ parts }: Wording): string[] {
  const first = parts[0]?.[0];
  if (!first) return [];
  return [
    ...[...first.stems, ...first.own].map((stem) => `s:${stem}`),
    ...[...first.forms, ...first.capitals].map((form) => `f:${form}`),
    ...first.phrases.map(([head]) => `s:${head}`),
    ...first.prefixes.map((prefix) => `p:${prefix.slice(0, SHORTEST)}`),
    ...(first.anyNumber ? [NUMBER] : []),
  ];
}

/** Builds the finder: wordings are looked up by the first word they can begin with. */
export function createFindWordings<T>(entries: readonly Entry<T>[]): FindWordings<T> {
  const byKey = new Map<string, Entry<T>[]>();
  for (const entry of entries) {
    for (const key of new Set(keysOf(entry.wording))) {
      const known = byKey.get(key);
      if (known) known.push(entry);
      else byKey.set(key, [entry]);
    }
  }
  return (words) => words.flatMap((word, at) => foundAt(candidates(word, byKey), words, at));
}

const SHORTEST = 3;
const NUMBER = '#';

function candidates<T>(word: Word, byKey: ReadonlyMap<string, readonly Entry<T>[]>): Set<Entry<T>> {
  const keys = [`s:${word.stem}`, `f:${word.lower}`, `p:${word.lower.slice(0, SHORTEST)}`];
  if (/^\d/.test(word.lower)) keys.push(NUMBER);
  return new Set(keys.flatMap((key) => byKey.get(key) ?? []));
}

function foundAt<T>(entries: Iterable<Entry<T>>, words: readonly Word[], at: number): Found<T>[] {
  const out: Found<T>[] = [];
  for (const entry of entries) {
    const range = wordingAt(entry.wording, words, at);
    if (range) out.push({ ...range, for: entry.for });
  }
  return out;
}
