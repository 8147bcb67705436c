import type { Searched } from '../searched.ts';

/** Index after the last word of the phrase that starts at this word, or -1. */
function phraseEnd({ words, text, tables }: Searched, at: number): number {
  const first = words[at];
  if (!first) return -1;
  const phrases = [
    ...(tables.phrases.get(first.form) ?? []),
    ...(first.full > first.end ? (tables.phrases.get(`${first.form}'s`) ?? []) : []),
  ];
  const match = phrases.find((phrase) =>
    phrase.every((expected, offset) => {
      const word = words[at + offset];
      if (!word || (offset > 0 && !/^\.? {1,2}$|^[-–/]$|^ & $|^ - $/.test(word.gap))) return false;
      if (expected.replace(/\.$/, '') === word.form) return true;
      return expected === text.slice(word.start, word.full).toLowerCase();
    }),
  );
  return match ? at + match.length : -1;
}

/** Marks the words that belong to a phrase which may stand: Sue Johnson, Year 11, Star Wars. */
export function safePhrases(searched: Searched): Uint8Array {
  const { words, tables } = searched;
  const marked = new Uint8Array(words.length + 1);
  for (let at = 0; at < words.length; at++) {
    const first = words[at];
    if (!first || !(tables.phrases.has(first.form) || first.full > first.end)) continue;
    const end = phraseEnd(searched, at);
    if (end > at) marked.fill(1, at, end);
  }
  return marked;
}
