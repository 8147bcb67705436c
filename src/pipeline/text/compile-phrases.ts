import { numberOf } from './number-of.ts';
import { createPairTable, type Pair, type PairTable } from './pair-table.ts';

/** Lists of phrases as typed arrays; a phrase is a number, and so is a list. */
export interface CompiledPhrases {
  /** Numbers of the plain words of all phrases. */
  readonly words: ReadonlyMap<string, number>;
  /** Beginnings of words that stand for any ending. */
  readonly stems: readonly string[];
  /** What the phrases are made of, one after the other: numbers of words, and of stems as their complement. */
  readonly patterns: Int32Array;
  /** Where each phrase begins in `patterns`, and where the last one ends. */
  readonly from: Int32Array;
  /** The list each phrase stands in. */
  readonly list: Int32Array;
  /** The first phrase with two words at its front, with a word and `any`, or with `any` and a stem's key. */
  readonly heads: PairTable;
  readonly any: number;
  /** The next phrase with the same front; -1 behind the last. */
  readonly next: Int32Array;
}

/** Letters of a word by which stems are looked up; a stem of fewer letters begins no phrase. */
export const STEM_LETTERS = 3;
const STEM_KEYS = 8192;

/** A key for the first letters of a word; other letters may share it. */
export const stemKey = (word: string): number =>
  ((word.charCodeAt(0) * 31 + word.charCodeAt(1)) * 31 + word.charCodeAt(2)) % STEM_KEYS;

type Spelled = Pick<CompiledPhrases, 'words' | 'stems' | 'patterns' | 'from' | 'list'>;

function spell(lists: readonly (readonly string[])[]): Spelled {
  const words = new Map<string, number>();
  const stems = new Map<string, number>();
  const patterns: number[] = [];
  const from = [0];
  const list: number[] = [];
  lists.forEach((phrases, number) => {
    for (const phrase of phrases) {
      for (const word of phrase.split(' ')) {
        const isStem = word.endsWith('*');
        patterns.push(isStem ? ~numberOf(stems, word.slice(0, -1)) : numberOf(words, word));
      }
      from.push(patterns.length);
      list.push(number);
    }
  });
  return {
    words,
    stems: [...stems.keys()],
    patterns: Int32Array.from(patterns),
    from: Int32Array.from(from),
    list: Int32Array.from(list),
  };
}

/** What a phrase is looked up by; null for one that is never found. */
function frontOf({ stems, patterns, from }: Spelled, phrase: number, any: number) {
  const at = from[phrase] as number;
  const first = patterns[at] as number;
  const second = at + 1 < (from[phrase + 1] as number) ? (patterns[at + 1] as number) : -1;
  if (first >= 0) return [first, second >= 0 ? second : any] as const;
  const stem = stems[~first] as string;
  return stem.length < STEM_LETTERS ? null : ([any, stemKey(stem)] as const);
}

/** Compiles lists of phrases for `createPhraseFinder`; `*` ends a word stem. */
export function compilePhrases(lists: readonly (readonly string[])[]): CompiledPhrases {
  const spelled = spell(lists);
  const any = spelled.words.size;
  const heads = new Map<string, Pair>();
  const next = new Int32Array(spelled.list.length).fill(-1);
  // From the last to the first, so that every phrase is put before those behind it.
  for (let phrase = next.length - 1; phrase >= 0; phrase -= 1) {
    const front = frontOf(spelled, phrase, any);
    if (front === null) continue;
    const key = front.join(' ');
    next[phrase] = heads.get(key)?.[2] ?? -1;
    heads.set(key, [...front, phrase]);
  }
  return { ...spelled, any, next, heads: createPairTable([...heads.values()]) };
}
