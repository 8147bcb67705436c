import { keysOf, keysOfWord, type Part, partAt, type Range, type Wording } from './wording.ts';
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

/** One part of an entry; `nth` numbers all parts of all entries. */
interface Listed<T> {
  readonly part: Part;
  readonly entry: Entry<T>;
  readonly nth: number;
}

/** Parts that belong together stand no further apart than this. */
const REACH = 25;

/** Builds the finder: parts of wordings are looked up by the first word they can begin with. */
export function createFindWordings<T>(entries: readonly Entry<T>[]): FindWordings<T> {
  const parts = entries.flatMap((entry) => entry.wording.parts.map((part) => ({ part, entry })));
  const numbered = parts.map((one, nth): Listed<T> => ({ ...one, nth }));
  const firstPart = new Map<Entry<T>, number>();
  for (const { entry, nth } of numbered) if (!firstPart.has(entry)) firstPart.set(entry, nth);
  const byKey = new Map<string, Listed<T>[]>();
  for (const listed of numbered) list(byKey, listed);
  const lookUp = createLookUp(byKey);

  return (words) => {
    const search: Search<T> = { words, out: [], halves: new Map(), joined: new Set() };
    const listedFor = lookUp();
    words.forEach((word, at) => {
      if (repeats(words, at)) return;
      for (const listed of listedFor(word)) look(search, listed, at);
    });
    for (const entry of search.joined)
      search.out.push(...join(entry, firstPart.get(entry) ?? 0, search.halves, words));
    return search.out;
  };
}

/** What one pass over a text has found so far; `halves` are places of parts by the part's number. */
interface Search<T> {
  readonly words: readonly Word[];
  readonly out: Found<T>[];
  readonly halves: Map<number, Range[]>;
  readonly joined: Set<Entry<T>>;
}

function look<T>({ words, out, halves, joined }: Search<T>, listed: Listed<T>, at: number): void {
  const range = partAt(listed.part, words, at);
  if (!range) return;
  const { entry } = listed;
  if (entry.wording.parts.length === 1) out.push({ ...range, for: entry.for });
  else {
    keep(halves, listed.nth, range);
    joined.add(entry);
  }
}

/** The third and later of the same words in a row begin nothing new. */
function repeats(words: readonly Word[], at: number): boolean {
  const stem = words[at]?.stem;
  return words[at - 1]?.stem === stem && words[at - 2]?.stem === stem;
}

function list<T>(byKey: Map<string, Listed<T>[]>, listed: Listed<T>): void {
  for (const key of new Set(keysOf(listed.part))) {
    const known = byKey.get(key);
    if (known) known.push(listed);
    else byKey.set(key, [listed]);
  }
}

/** Parts that may begin with a word, every part once; remembered for the length of one text. */
function createLookUp<T>(byKey: ReadonlyMap<string, readonly Listed<T>[]>) {
  const none: readonly Listed<T>[] = [];
  return () => {
    const seen = new Map<string, readonly Listed<T>[]>();
    return (word: Word): readonly Listed<T>[] => {
      const known = seen.get(word.lower);
      if (known) return known;
      const found = [...new Set(keysOfWord(word).flatMap((key) => byKey.get(key) ?? none))];
      seen.set(word.lower, found);
      return found;
    };
  };
}

function keep(halves: Map<number, Range[]>, nth: number, range: Range): void {
  const known = halves.get(nth);
  if (known) known.push(range);
  else halves.set(nth, [range]);
}

/** Places of the first part with every other part near it. */
function join<T>(
  entry: Entry<T>,
  nth: number,
  halves: ReadonlyMap<number, readonly Range[]>,
  words: readonly Word[],
): Found<T>[] {
  const { parts, across } = entry.wording;
  const others = parts.slice(1).map((_, index) => halves.get(nth + 1 + index) ?? []);
  if (others.some((ranges) => ranges.length === 0)) return [];
  return (halves.get(nth) ?? []).flatMap((range) => {
    let { from, to } = range;
    for (const ranges of others) {
      const near = nearest(ranges, range, words, across ? 1 : 0);
      if (!near) return [];
      from = Math.min(from, near.from);
      to = Math.max(to, near.to);
    }
    return [{ from, to, for: entry.for }];
  });
}

/** The first of the ranges, in order of their start, that stands near enough. */
function nearest(
  ranges: readonly Range[],
  { from }: Range,
  words: readonly Word[],
  apart: number,
): Range | undefined {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle] as Range).from < from - REACH) low = middle + 1;
    else high = middle;
  }
  const sentence = words[from]?.sentence ?? 0;
  for (let at = low; at < ranges.length; at += 1) {
    const range = ranges[at] as Range;
    if (range.from > from + REACH) return undefined;
    if (Math.abs((words[range.from]?.sentence ?? 0) - sentence) <= apart) return range;
  }
  return undefined;
}
