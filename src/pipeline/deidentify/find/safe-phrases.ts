import { type NameTables, PHRASE_HEAD, PHRASE_SECOND } from '../name-tables.ts';
import type { Word } from '../words.ts';

const JOINT = /^\.? {1,2}$|^[-–/]$|^ [&-] $/;

function isWordOf(expected: string, word: Word, text: string): boolean {
  const plain = expected.endsWith('.') ? expected.slice(0, -1) : expected;
  if (plain === word.form) return true;
  return word.full > word.end && expected === text.slice(word.start, word.full).toLowerCase();
}

/** Number of words of the longest phrase that starts at this word; 0 for none. */
function phraseLength(
  text: string,
  words: readonly Word[],
  at: number,
  tables: NameTables,
): number {
  const key = `${words[at]?.form} ${words[at + 1]?.form}`;
  const match = tables.phrases.get(key)?.find((phrase) =>
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
  for (let at = 0; at < words.length; at++) {
    if (((words[at]?.known ?? 0) & PHRASE_HEAD) === 0) continue;
    if (((words[at + 1]?.known ?? 0) & PHRASE_SECOND) === 0) continue;
    const length = phraseLength(text, words, at, tables);
    if (length > 0) marked.fill(1, at, at + length);
  }
  return marked;
}
