import type { NameTables } from '../name-tables.ts';
import type { Word } from '../words.ts';

type Phrases = readonly (readonly string[])[];

const JOINT = /^\.? {1,2}$|^[-–/]$|^ [&-] $/;

function isWordOf(expected: string, word: Word, text: string): boolean {
  const plain = expected.endsWith('.') ? expected.slice(0, -1) : expected;
  if (plain === word.form) return true;
  return word.full > word.end && expected === text.slice(word.start, word.full).toLowerCase();
}

/** Number of words of the longest phrase that starts at this word; 0 for none. */
function phraseLength(text: string, words: readonly Word[], at: number, phrases: Phrases): number {
  const match = phrases.find((phrase) =>
    phrase.every((expected, offset) => {
      const word = words[at + offset];
      if (!word || (offset > 0 && word.gap !== ' ' && !JOINT.test(word.gap))) return false;
      return isWordOf(expected, word, text);
    }),
  );
  return match?.length ?? 0;
}

/** Marks the words that belong to a phrase which may stand: Sue Johnson, Year 11, Star Wars. */
export function safePhrases(text: string, words: readonly Word[], tables: NameTables): Uint8Array {
  const marked = new Uint8Array(words.length + 1);
  for (const [at, word] of words.entries()) {
    const own = tables.phrases.get(word.form);
    if (own) marked.fill(1, at, at + phraseLength(text, words, at, own));
    const owned = word.full > word.end ? tables.phrases.get(`${word.form}'s`) : undefined;
    if (owned) marked.fill(1, at, at + phraseLength(text, words, at, owned));
  }
  return marked;
}
