import { type NameTables, PHRASE_HEAD } from '../name-tables.ts';
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

/** Phrases that start with the word, or with its possessive form. */
function phrasesFrom({ form, full, end, known }: Word, tables: NameTables): Phrases {
  const plain = (known & PHRASE_HEAD) !== 0 ? tables.phrases.get(form) : undefined;
  const owned = full > end ? tables.phrases.get(`${form}'s`) : undefined;
  return plain && owned ? [...plain, ...owned] : (plain ?? owned ?? []);
}

/** Marks the words that belong to a phrase which may stand: Sue Johnson, Year 11, Star Wars. */
export function safePhrases(text: string, words: readonly Word[], tables: NameTables): Uint8Array {
  const marked = new Uint8Array(words.length + 1);
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word || ((word.known & PHRASE_HEAD) === 0 && word.full === word.end)) continue;
    const phrases = phrasesFrom(word, tables);
    if (phrases.length > 0) marked.fill(1, at, at + phraseLength(text, words, at, phrases));
  }
  return marked;
}
