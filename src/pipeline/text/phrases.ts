import { type CompiledPhrases, compilePhrases, STEM_LETTERS, stemKey } from './compile-phrases.ts';
import type { Stretch } from './stretch.ts';

/** Numbers of the lists of which a phrase stands in a stretch, each once, in the order they are met. */
export type FindLists = (stretch: Stretch) => readonly number[];

const textAt = ({ tokens, to }: Stretch, at: number) => (at < to ? (tokens[at]?.text ?? '') : '');

function fits(compiled: CompiledPhrases, phrase: number, stretch: Stretch, start: number): boolean {
  const { words, stems, patterns, from } = compiled;
  const begin = from[phrase] as number;
  const end = from[phrase + 1] as number;
  for (let at = begin; at < end; at += 1) {
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
  const { words, list, heads, any, next } = compiled;
  const met = new Uint8Array(lists.length);
  return (stretch) => {
    const found: number[] = [];
    const look = (head: number, start: number) => {
      for (let phrase = head; phrase >= 0; phrase = next[phrase] as number) {
        const own = list[phrase] as number;
        if (met[own] === 1 || !fits(compiled, phrase, stretch, start)) continue;
        met[own] = 1;
        found.push(own);
      }
    };
    let second = words.get(textAt(stretch, stretch.from)) ?? -1;
    for (let start = stretch.from; start < stretch.to; start += 1) {
      const first = second;
      second = words.get(textAt(stretch, start + 1)) ?? -1;
      look(heads.get(first, second), start);
      look(heads.get(first, any), start);
      const text = textAt(stretch, start);
      if (text.length >= STEM_LETTERS) look(heads.get(any, stemKey(text)), start);
    }
    for (const own of found) met[own] = 0;
    return found;
  };
}
