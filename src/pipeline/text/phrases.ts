import type { Token } from './tokens.ts';

/** Where a listed phrase stands: token indices, `end` exclusive. */
export interface PhraseHit {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

interface Entry {
  readonly name: string;
  readonly words: readonly string[];
}

const KEY = 3;
const keyOf = (word: string) => word.replace('*', '').slice(0, KEY);

const fits = (pattern: string, word: string) =>
  pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern;

function index(lists: Readonly<Record<string, readonly string[]>>): Map<string, Entry[]> {
  const entries = new Map<string, Entry[]>();
  for (const [name, phrases] of Object.entries(lists)) {
    for (const phrase of phrases) {
      const words = phrase.split(' ');
      const key = keyOf(words[0] ?? '');
      const known = entries.get(key);
      if (known === undefined) entries.set(key, [{ name, words }]);
      else known.push({ name, words });
    }
  }
  return entries;
}

/**
 * Finds listed phrases among tokens, in one pass. `*` ends a word stem. A stem shorter than three
 * letters cannot be listed.
 */
export function createPhraseFinder(
  lists: Readonly<Record<string, readonly string[]>>,
): (tokens: readonly Pick<Token, 'text'>[]) => PhraseHit[] {
  const entries = index(lists);
  return (tokens) =>
    tokens.flatMap(({ text }, start) =>
      (entries.get(text.slice(0, KEY)) ?? [])
        .filter(({ words }) => words.every((word, k) => fits(word, tokens[start + k]?.text ?? '')))
        .map(({ name, words }) => ({ name, start, end: start + words.length })),
    );
}
