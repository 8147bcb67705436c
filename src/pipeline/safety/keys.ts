import { HEAD, type Takes } from './wording.ts';

/** The number of no slot, for which every text has a word. */
export const ANY = 0;
/** The number of the slot that takes small words, which may stand anywhere in a wording. */
export const FILLER = 1;

/** A beginning of a word, with a slot that takes what begins so. */
export interface Prefix {
  readonly prefix: string;
  readonly slot: number;
}

/** Slots by the number of a key: those from `from[key]` up to, not with, `from[key + 1]`. */
interface Ways {
  readonly slots: Int32Array;
  readonly from: Int32Array;
}

/** What slots know words by, in numbers from 1; and the ways from there to the slots. */
export interface Keys {
  readonly stems: ReadonlyMap<string, number>;
  readonly forms: ReadonlyMap<string, number>;
  /** First letters of beginnings. */
  readonly heads: ReadonlyMap<string, number>;
  readonly digits: number;
  /** The number of a stem; a new one is given the next. */
  ofStem(stem: string): number;
  /** The numbers of all keys of what a slot takes. */
  of(takes: Takes): number[];
  /** Leads from every key of what a slot takes to the slot. */
  lead(takes: Takes, slot: number): void;
  /** To the slots that take every word with a key. */
  ways(): Ways;
  /** Slots that take a stem only outside quotation marks, or a form only in capitals. */
  readonly choosy: ReadonlyMap<number, readonly number[]>;
  readonly beginnings: ReadonlyMap<number, readonly Prefix[]>;
  /** Beginnings that are too short to be looked up. */
  readonly short: readonly Prefix[];
}

/** No keys yet. */
export function createKeys(): Keys {
  let last = 0;
  const numbered = (known: Map<string, number>) => (name: string) =>
    kept(known, name, () => ++last);
  const names = { stems: numbers(), forms: numbers(), heads: numbers() };
  const [ofStem, ofForm] = [numbered(names.stems), numbered(names.forms)];
  const ofHead = numbered(names.heads);
  const ofPrefix = (prefix: string) => ofHead(prefix.slice(0, HEAD));
  const digits = ++last;
  const led: (readonly [key: number, slot: number])[] = [];
  const choosy = new Map<number, number[]>();
  const beginnings = new Map<number, Prefix[]>();
  const short: Prefix[] = [];
  let ways: Ways | null = null;

  return {
    ...names,
    ...{ digits, ofStem, choosy, beginnings, short },
    of: (takes) => [
      ...[...takes.stems, ...takes.own, ...takes.phrases.keys()].map(ofStem),
      ...[...takes.forms, ...takes.capitals].map(ofForm),
      ...takes.prefixes.map(ofPrefix),
      ...(takes.anyNumber ? [digits] : []),
    ],
    lead: (takes, slot) => {
      ways = null;
      const stems = new Set([...takes.stems, ...takes.phrases.keys()]);
      const keys = [...[...stems].map(ofStem), ...[...takes.forms].map(ofForm)];
      for (const key of takes.anyNumber ? [...keys, digits] : keys) led.push([key, slot]);
      for (const key of [...[...takes.own].map(ofStem), ...[...takes.capitals].map(ofForm)])
        kept(choosy, key, () => []).push(slot);
      for (const prefix of takes.prefixes) {
        const among = prefix.length < HEAD ? short : kept(beginnings, ofPrefix(prefix), () => []);
        among.push({ prefix, slot });
      }
    },
    ways: () => {
      ways ??= waysOf(led, last);
      return ways;
    },
  };
}

const numbers = () => new Map<string, number>();

function kept<K, T>(known: Map<K, T>, key: K, make: () => T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  known.set(key, made);
  return made;
}

/** Slots grouped by key. */
function waysOf(led: readonly (readonly [key: number, slot: number])[], keys: number): Ways {
  const sorted = [...led].sort(([a], [b]) => a - b);
  const from = new Int32Array(keys + 2);
  for (const [key] of led) from[key + 1] = (from[key + 1] as number) + 1;
  for (let key = 1; key < from.length; key += 1)
    from[key] = (from[key] as number) + (from[key - 1] as number);
  return { slots: Int32Array.from(sorted, ([, slot]) => slot), from };
}
