import {
  isShort,
  keysOf,
  type Part,
  partAt,
  type Range,
  type Slot,
  type Wording,
} from './wording.ts';
import type { Word } from './words.ts';

/** A wording found in a text, with what it was listed for. */
export interface Found<T> extends Range {
  readonly for: T;
}

/** Finds, in one pass over the words, every place where one of the wordings stands. */
export type FindWordings<T> = (words: readonly Word[]) => Found<T>[];

/** A wording with the keys of the words that each of its further parts can begin with. */
interface Entry<T> {
  readonly for: T;
  readonly first: Part;
  readonly others: readonly { readonly part: Part; readonly keys: readonly string[] }[];
  /** How many sentences its parts may lie apart. */
  readonly apart: number;
  /** Numbers of the slots that some word of the text has to fit. */
  readonly needs: readonly number[];
}

/** Parts that belong together stand no further apart than this. */
const REACH = 25;

/** Builds the finder: wordings are looked up by the first word they can begin with. */
export function createFindWordings<T>(
  wordings: readonly { readonly wording: Wording; readonly for: T }[],
): FindWordings<T> {
  const byKey = new Map<string, Entry<T>[]>();
  const slots = createSlotNumbers();
  for (const { wording, for: meant } of wordings) {
    const [first, ...rest] = wording.parts;
    if (!first) continue;
    const others = rest.map((part) => ({ part, keys: keysOf(part) }));
    const needs = wording.parts.flat().slice(1).flatMap(slots.numberOf);
    const entry = { for: meant, first, others, apart: wording.across ? 1 : 0, needs };
    for (const key of new Set(keysOf(first))) push(byKey, key, entry);
  }
  const lookUp = createLookUp(byKey);

  return (words) => {
    const startingWith = lookUp(slots.metIn(words));
    const rangesOf = createRangesOf(words);
    const out: Found<T>[] = [];
    words.forEach((word, at) => {
      if (repeats(words, at)) return;
      for (const entry of startingWith(word)) {
        const range = partAt(entry.first, words, at);
        const whole = range && withOthers(entry, range, words, rangesOf);
        if (whole) out.push({ ...whole, for: entry.for });
      }
    });
    return out;
  };
}

/**
 * Numbers the slots that a wording cannot do without, so that for each text it is known at once which
 * wordings may stand in it at all.
 */
function createSlotNumbers() {
  const numbers = new Map<string, number>();
  const byKey = new Map<string, number[]>();
  return {
    /** The slot's number; none when it may be left out, must not fit, or is not told by keys. */
    numberOf: (slot: Slot): number[] => {
      if (slot.optional || slot.refused || slot.prefixes.some(isShort)) return [];
      const keys = keysOf([slot]);
      const name = keys.join(' ');
      const known = numbers.get(name);
      if (known !== undefined) return [known];
      const number = numbers.size;
      numbers.set(name, number);
      for (const key of new Set(keys)) push(byKey, key, number);
      return [number];
    },
    /** Tells whether some word of the text can stand in a slot. */
    metIn: (words: readonly Word[]): ((number: number) => boolean) => {
      const met = new Uint8Array(numbers.size);
      for (const key of placesOf(words).keys()) {
        for (const number of byKey.get(key) ?? []) met[number] = 1;
      }
      return (number) => met[number] === 1;
    },
  };
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const known = lists.get(key);
  if (known) known.push(value);
  else lists.set(key, [value]);
}

/** The third and later of the same words in a row begin nothing new. */
function repeats(words: readonly Word[], at: number): boolean {
  const stem = words[at]?.stem;
  return words[at - 1]?.stem === stem && words[at - 2]?.stem === stem;
}

/** Wordings that may begin with a word and stand in the text, each once; remembered for one text. */
function createLookUp<T extends Pick<Entry<unknown>, 'needs'>>(
  byKey: ReadonlyMap<string, readonly T[]>,
) {
  return (isMet: (slot: number) => boolean) => {
    const seen = new Map<string, readonly T[]>();
    return (word: Word): readonly T[] => {
      const known = seen.get(word.lower);
      if (known) return known;
      const found = new Set<T>();
      const mayStand = (entry: T) => entry.needs.every(isMet);
      for (const key of word.keys) {
        for (const entry of (byKey.get(key) ?? []).filter(mayStand)) found.add(entry);
      }
      const all = [...found];
      seen.set(word.lower, all);
      return all;
    };
  };
}

type RangesOf = (other: Entry<unknown>['others'][number]) => readonly Range[];

/** Every place of a part in one text, worked out when first asked for. */
function createRangesOf(words: readonly Word[]): RangesOf {
  const known = new Map<Part, readonly Range[]>();
  return ({ part, keys }) => {
    const before = known.get(part);
    if (before) return before;
    const starts = [...new Set(keys.flatMap((key) => placesOf(words).get(key) ?? []))].sort(
      (a, b) => a - b,
    );
    const ranges = starts.flatMap((at) => partAt(part, words, at) ?? []);
    known.set(part, ranges);
    return ranges;
  };
}

type Places = ReadonlyMap<string, readonly number[]>;

/** Shared by all finders of one text, and gone with its words. */
const places = new WeakMap<readonly Word[], Places>();

/** Where in a text the words with a key stand. */
function placesOf(words: readonly Word[]): Places {
  const known = places.get(words);
  if (known) return known;
  const made = new Map<string, number[]>();
  words.forEach((word, at) => {
    for (const key of word.keys) push(made, key, at);
  });
  places.set(words, made);
  return made;
}

/** The stretch from the first to the last part when every other part stands near, else null. */
function withOthers<T>(
  { others, apart }: Entry<T>,
  range: Range,
  words: readonly Word[],
  rangesOf: RangesOf,
): Range | null {
  let { from, to } = range;
  for (const other of others) {
    const near = nearest(rangesOf(other), range, words, apart);
    if (!near) return null;
    from = Math.min(from, near.from);
    to = Math.max(to, near.to);
  }
  return { from, to };
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
