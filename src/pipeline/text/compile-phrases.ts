import { numberOf } from './number-of.ts';
import { createPairTable, type PairTable } from './pair-table.ts';

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
  /** The first phrase that begins with a word, with two of them, and with a stem of a key; -1 for none. */
  readonly byWord: Int32Array;
  readonly byPair: PairTable;
  readonly byStem: Int32Array;
  /** The next phrase that begins alike; -1 behind the last. */
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

/** Compiles lists of phrases for `createPhraseFinder`; `*` ends a word stem. */
export function compilePhrases(lists: readonly (readonly string[])[]): CompiledPhrases {
  const spelled = spell(lists);
  const { words, stems, patterns, from, list } = spelled;
  const byWord = new Int32Array(words.size).fill(-1);
  const byStem = new Int32Array(STEM_KEYS).fill(-1);
  const pairs = new Map<number, number>();
  const next = new Int32Array(list.length).fill(-1);
  // From the last to the first, so that every phrase is put before those behind it.
  for (let phrase = list.length - 1; phrase >= 0; phrase -= 1) {
    const begin = from[phrase] as number;
    const first = patterns[begin] as number;
    const second = begin + 1 < (from[phrase + 1] as number) ? (patterns[begin + 1] as number) : -1;
    const stem = stems[~first] ?? '';
    if (first >= 0 && second >= 0) {
      const key = first * words.size + second;
      next[phrase] = pairs.get(key) ?? -1;
      pairs.set(key, phrase);
    } else if (first >= 0 || stem.length >= STEM_LETTERS) {
      const [heads, key] = first >= 0 ? [byWord, first] : [byStem, stemKey(stem)];
      next[phrase] = heads[key] as number;
      heads[key] = phrase;
    }
  }
  const byPair = createPairTable(
    Array.from(pairs, ([key, phrase]) => [Math.floor(key / words.size), key % words.size, phrase]),
  );
  return { ...spelled, byWord, byPair, byStem, next };
}
