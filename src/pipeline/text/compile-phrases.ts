import { numberOf } from './number-of.ts';
import { createPairTable, type Pair } from './pair-table.ts';

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
  /** The first phrase that begins with two words, with one, and with a stem of a text; -1 for none. */
  byPair(first: number, second: number): number;
  byWord(word: number): number;
  byStem(text: string): number;
  /** The next phrase that begins alike; -1 behind the last. */
  readonly next: Int32Array;
}

/** Letters of a word by which stems are looked up; a stem of fewer letters begins no phrase. */
const STEM_LETTERS = 3;
const STEM_KEYS = 8192;

/** A key for the first letters of a word, which other letters may share; below zero when it has too few. */
function stemKey(word: string): number {
  if (word.length < STEM_LETTERS) return -1;
  return ((word.charCodeAt(0) * 31 + word.charCodeAt(1)) * 31 + word.charCodeAt(2)) % STEM_KEYS;
}

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

type Heads = Map<number, number>;

/** First phrases by key as an array; a key below zero is never asked for. */
function arrayOf(heads: Heads, keys: number): Int32Array {
  const all = new Int32Array(keys).fill(-1);
  for (const [key, phrase] of heads) all[key] = phrase;
  return all;
}

/** Chains phrases that begin alike: the first one of every key, and the next one after each. */
function chain({ words, stems, patterns, from, list }: Spelled) {
  const [pairs, singles, beginnings]: [Heads, Heads, Heads] = [new Map(), new Map(), new Map()];
  const next = new Int32Array(list.length).fill(-1);
  const put = (heads: Heads, key: number, phrase: number) => {
    next[phrase] = heads.get(key) ?? -1;
    heads.set(key, phrase);
  };
  // From the last to the first, so that every phrase is put before those behind it.
  for (let phrase = list.length - 1; phrase >= 0; phrase -= 1) {
    const at = from[phrase] as number;
    const first = patterns[at] as number;
    const second = at + 1 < (from[phrase + 1] as number) ? (patterns[at + 1] as number) : -1;
    if (first < 0) put(beginnings, stemKey(stems[~first] ?? ''), phrase);
    else if (second < 0) put(singles, first, phrase);
    else put(pairs, first * words.size + second, phrase);
  }
  const twos = Array.from(pairs, ([key, phrase]): Pair => {
    const second = key % words.size;
    return [(key - second) / words.size, second, phrase];
  });
  return { next, twos, ones: arrayOf(singles, words.size), stems: arrayOf(beginnings, STEM_KEYS) };
}

/** Compiles lists of phrases for `createPhraseFinder`; `*` ends a word stem. */
export function compilePhrases(lists: readonly (readonly string[])[]): CompiledPhrases {
  const spelled = spell(lists);
  const { next, twos, ones, stems } = chain(spelled);
  return {
    ...spelled,
    next,
    byPair: createPairTable(twos).get,
    byWord: (word) => ones[word] ?? -1,
    byStem: (text) => stems[stemKey(text)] ?? -1,
  };
}
