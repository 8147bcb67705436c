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

type Index = Map<string, Entry[]>;

/** Entries by what they begin with: two plain words, one plain word, or the first letters of a stem. */
interface Indices {
  readonly pairs: Index;
  readonly words: Index;
  readonly stems: Index;
}

const STEM = 3;

const fits = (pattern: string, word: string) =>
  pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern;

function put(index: Index, key: string, entry: Entry): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [entry]);
  else known.push(entry);
}

function indexed(lists: Readonly<Record<string, readonly string[]>>): Indices {
  const indices = { pairs: new Map(), words: new Map(), stems: new Map() };
  for (const [name, phrases] of Object.entries(lists)) {
    for (const phrase of phrases) {
      const words = phrase.split(' ');
      const [first = '', second = '*'] = words;
      const entry = { name, words };
      if (first.endsWith('*')) put(indices.stems, first.slice(0, STEM), entry);
      else if (second.endsWith('*')) put(indices.words, first, entry);
      else put(indices.pairs, `${first} ${second}`, entry);
    }
  }
  return indices;
}

/**
 * Finds listed phrases among tokens, in one pass. `*` ends a word stem, which has at least three
 * letters when it begins a phrase.
 */
export function createPhraseFinder(
  lists: Readonly<Record<string, readonly string[]>>,
): (tokens: readonly Pick<Token, 'text'>[]) => PhraseHit[] {
  const { pairs, words: singles, stems } = indexed(lists);
  return (tokens) => {
    const found: PhraseHit[] = [];
    const look = (entries: readonly Entry[] | undefined, start: number) => {
      for (const { name, words } of entries ?? [])
        if (words.every((word, k) => fits(word, tokens[start + k]?.text ?? '')))
          found.push({ name, start, end: start + words.length });
    };
    tokens.forEach(({ text }, start) => {
      look(pairs.get(`${text} ${tokens[start + 1]?.text ?? ''}`), start);
      look(singles.get(text), start);
      look(stems.get(text.slice(0, STEM)), start);
    });
    return found;
  };
}
