import { HEAD, type Takes } from './wording.ts';

/** The number of no slot, for which every text has a word. */
export const ANY = 0;
/** The number of the slot that takes small words, which may stand anywhere in a wording. */
export const FILLER = 1;

/** A stem, a form, or all numbers: the slots that take every word with it, and those that take some. */
export interface Key {
  readonly number: number;
  readonly slots: number[];
  /** Take a stem only outside quotation marks, or a form only in capitals. */
  readonly choosy: number[];
}

/** A beginning of a word, with a slot that takes what begins so. */
export interface Prefix {
  readonly prefix: string;
  readonly slot: number;
}

/** What slots know words by, and from there the way to the slots. */
export interface Keys {
  readonly stems: ReadonlyMap<string, Key>;
  readonly forms: ReadonlyMap<string, Key>;
  /** Beginnings by their first letters. */
  readonly heads: ReadonlyMap<string, { readonly number: number; readonly prefixes: Prefix[] }>;
  /** Beginnings that are too short to be looked up. */
  readonly short: readonly Prefix[];
  readonly digits: Key;
  /** The number of a stem. */
  ofStem(stem: string): number;
  /** The numbers of all keys of what a slot takes. */
  of(takes: Takes): number[];
  /** Leads from every key of what a slot takes to the slot. */
  lead(takes: Takes, slot: number): void;
}

/** No keys yet; they will be numbered in one row from 1. */
export function createKeys(): Keys {
  let last = 0;
  const key = (): Key => ({ number: ++last, slots: [], choosy: [] });
  const head = () => ({ number: ++last, prefixes: [] as Prefix[] });
  const [stems, forms] = [new Map<string, Key>(), new Map<string, Key>()];
  const heads = new Map<string, ReturnType<typeof head>>();
  const short: Prefix[] = [];
  const digits = key();
  const ofStem = (stem: string) => kept(stems, stem, key);
  const ofForm = (form: string) => kept(forms, form, key);
  const ofPrefix = (prefix: string) => kept(heads, prefix.slice(0, HEAD), head);

  return {
    ...{ stems, forms, heads, short, digits },
    ofStem: (stem) => ofStem(stem).number,
    of: (takes) =>
      [
        ...[...takes.stems, ...takes.own, ...takes.phrases.keys()].map(ofStem),
        ...[...takes.forms, ...takes.capitals].map(ofForm),
        ...takes.prefixes.map(ofPrefix),
        ...(takes.anyNumber ? [digits] : []),
      ].map(({ number }) => number),
    lead: (takes, slot) => {
      const { own, phrases, capitals, prefixes, anyNumber } = takes;
      const every = [
        ...Array.from(new Set([...takes.stems, ...phrases.keys()]), ofStem),
        ...[...takes.forms].map(ofForm),
        ...(anyNumber ? [digits] : []),
      ];
      for (const { slots } of every) slots.push(slot);
      for (const { choosy } of [...[...own].map(ofStem), ...[...capitals].map(ofForm)])
        choosy.push(slot);
      for (const prefix of prefixes)
        (prefix.length < HEAD ? short : ofPrefix(prefix).prefixes).push({ prefix, slot });
    },
  };
}

function kept<T>(known: Map<string, T>, name: string, make: () => T): T {
  const before = known.get(name);
  if (before !== undefined) return before;
  const made = make();
  known.set(name, made);
  return made;
}
