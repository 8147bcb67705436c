import { ANY } from './lexicon.ts';
import { KEYS, type Reading } from './reading.ts';
import type { Word } from './words.ts';

/** What has to be in a sentence before a wording is tried there. */
export interface Needs {
  /** Keys of the words it can begin with. */
  readonly keys: readonly number[];
  /** Slots that some word of the sentence has to fit, the one that fewest words fit first. */
  readonly slots: readonly number[];
}

/** Numbers of the wordings worth trying at a word, each once; words are asked about in order. */
type CandidatesAt = (at: number) => readonly number[];

/**
 * Builds the first look at a text, which leaves few wordings to be tried at a word: those that can begin
 * with it, where each slot they need is met by some word of the sentence.
 */
export function createCandidates(wordings: readonly Needs[]): (text: Reading) => CandidatesAt {
  const starts = startsOf(wordings);
  const rarest = Int32Array.from(wordings, ({ slots }) => slots[0] ?? ANY);
  const others = wordings.map(({ slots }) => slots.slice(1));

  return (text) => {
    const met = new Int32Array(text.size).fill(-1);
    let marked = 0;
    return (at) => {
      if (at >= marked) marked = mark(text, at, met);
      const { sentence } = text.words[at] as Word;
      const found: number[] = [];
      const offer = (nth: number) => {
        if (met[rarest[nth] as number] !== sentence || found.includes(nth)) return;
        if (others[nth]?.every((slot) => met[slot] === sentence)) found.push(nth);
      };
      const keys = (text.kinds[at] as number) * KEYS;
      for (let key = keys; key < keys + KEYS; key += 1)
        for (const nth of starts[text.keys[key] as number] ?? NONE) offer(nth);
      return found;
    };
  };
}

const NONE: readonly number[] = [];

/** Numbers of the wordings that can begin with each key. */
function startsOf(wordings: readonly Needs[]): number[][] {
  const most = wordings.reduce((so_far, { keys }) => Math.max(so_far, ...keys), 0);
  const starts: number[][] = Array.from({ length: most + 1 }, () => []);
  wordings.forEach(({ keys }, nth) => {
    for (const key of new Set(keys)) starts[key]?.push(nth);
  });
  return starts;
}

/** Notes which slots the words of the sentence around a word fit; returns where the sentence ends. */
function mark({ words, kinds, ...text }: Reading, around: number, met: Int32Array): number {
  const { sentence } = words[around] as Word;
  met[ANY] = sentence;
  let at = around;
  while (words[at - 1]?.sentence === sentence) at -= 1;
  for (; words[at]?.sentence === sentence; at += 1) {
    const kind = kinds[at] as number;
    const end = text.from[kind + 1] as number;
    for (let nth = text.from[kind] as number; nth < end; nth += 1)
      met[text.slots[nth] as number] = sentence;
  }
  return at;
}
