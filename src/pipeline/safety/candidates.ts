import { ANY } from './keys.ts';
import { KEYS, type Reading } from './reading.ts';

/** What has to be in a sentence before a wording is tried there. */
export interface Needs {
  /** Keys of the words it can begin with. */
  readonly keys: readonly number[];
  /** Slots that some word of the sentence has to fit, the one that fewest words fit first. */
  readonly slots: readonly number[];
}

/** Hears the number of a wording, and the word at which it is worth trying. */
type Hear = (nth: number, at: number) => void;

/**
 * Builds the first look at a text, which leaves few wordings to be tried at a word: those that can begin
 * with it, where each slot they need is met by some word of the sentence; each once a word.
 */
export function createCandidates(wordings: readonly Needs[]) {
  const starts = startsOf(wordings);
  const rarest = Int32Array.from(wordings, ({ slots }) => slots[0] ?? ANY);

  return (text: Reading, hear: Hear): ((at: number) => void) => {
    const { kinds, keys, met } = text;
    const areMet = createAreMet(text);
    const startingWith = (key: number) => starts[keys[key] as number] ?? NOTHING;
    const wasHeard = (nth: number, first: number, key: number): boolean =>
      first < key && (startingWith(first).includes(nth) || wasHeard(nth, first + 1, key));
    const offer = (nth: number, at: number, first: number, key: number) => {
      if (!areMet((wordings[nth] as Needs).slots, at) || wasHeard(nth, first, key)) return;
      hear(nth, at);
    };
    return (at) => {
      const first = (kinds[at] as number) * KEYS;
      for (let key = first; key < first + KEYS; key += 1)
        for (const nth of startingWith(key))
          if (met[rarest[nth] as number] === 1) offer(nth, at, first, key);
    };
  };
}

const NOTHING: readonly number[] = [];

/** Numbers of the wordings that can begin with each key. */
function startsOf(wordings: readonly Needs[]): number[][] {
  const most = wordings.reduce((soFar, { keys }) => Math.max(soFar, ...keys), 0);
  const starts: number[][] = Array.from({ length: most + 1 }, () => []);
  wordings.forEach(({ keys }, nth) => {
    for (const key of new Set(keys)) starts[key]?.push(nth);
  });
  return starts;
}

/** Tells whether each of some slots fits a word of the sentence around a word; asked word by word. */
function createAreMet({ kinds, slots, from, ends, metBefore: met }: Reading) {
  let marked = 0;
  /** Notes what is met in the sentence that ends there. */
  const mark = (end: number) => {
    for (let at = end - 1; ends[at] === end; at -= 1) {
      const kind = kinds[at] as number;
      const last = from[kind + 1] as number;
      for (let nth = from[kind] as number; nth < last; nth += 1) met[slots[nth] as number] = end;
    }
    marked = end;
  };
  return (needed: readonly number[], at: number): boolean => {
    if (needed.length === 0) return true;
    const end = ends[at] as number;
    if (marked < end) mark(end);
    for (const slot of needed) if (met[slot] !== end) return false;
    return true;
  };
}
