import { type CompiledPhrases, compilePhrases } from './compile-phrases.ts';
import type { Stretch } from './stretch.ts';

/** Numbers of the lists of which a phrase stands in a stretch, each once, in the order they are met. */
export type FindLists = (stretch: Stretch) => readonly number[];

const textAt = ({ tokens, to }: Stretch, at: number) => (at < to ? (tokens[at]?.text ?? '') : '');

/** Whether a phrase stands at `start`; of its words `known` are known to. */
function stands(
  { words, stems, patterns, from }: CompiledPhrases,
  phrase: number,
  stretch: Stretch,
  start: number,
  known: number,
): boolean {
  const begin = from[phrase] as number;
  const end = from[phrase + 1] as number;
  for (let at = begin + known; at < end; at += 1) {
    const pattern = patterns[at] as number;
    const text = textAt(stretch, start + at - begin);
    const same =
      pattern >= 0 ? words.get(text) === pattern : text.startsWith(stems[~pattern] ?? '');
    if (!same) return false;
  }
  return true;
}

/**
 * Builds a finder of phrases by their lists, in one pass. `*` ends a word stem, which has at least
 * three letters when it begins a phrase.
 */
export function createPhraseFinder(lists: readonly (readonly string[])[]): FindLists {
  const compiled = compilePhrases(lists);
  const { words, list, byWord, byPair, byStem, next } = compiled;
  const met = new Uint8Array(lists.length);

  /** Adds the lists of phrases from `head` on that begin alike, as far as they stand at `start`. */
  const add = (found: number[], head: number, stretch: Stretch, start: number, known: number) => {
    for (let phrase = head; phrase >= 0; phrase = next[phrase] as number) {
      const own = list[phrase] as number;
      if (met[own] === 1 || !stands(compiled, phrase, stretch, start, known)) continue;
      met[own] = 1;
      found.push(own);
    }
  };

  return (stretch) => {
    const found: number[] = [];
    let second = words.get(textAt(stretch, stretch.from)) ?? -1;
    for (let start = stretch.from; start < stretch.to; start += 1) {
      const first = second;
      second = words.get(textAt(stretch, start + 1)) ?? -1;
      add(found, byPair(first, second), stretch, start, 2);
      add(found, byWord(first), stretch, start, 1);
      add(found, byStem(textAt(stretch, start)), stretch, start, 0);
    }
    for (const own of found) met[own] = 0;
    return found;
  };
}
