const SHORTEST = 4;

/**
 * Light stem: 'cancelled' and 'cancels', 'shrugged' and 'shrug', 'agrees' and 'agreed' share one. Words
 * of up to three letters stay as they are.
 */
export function stem(word: string): string {
  if (word.length < SHORTEST) return word;
  const bare = word.replace(/'s$/, '').replace(/(?<=\w{2})(?:ies|ied)$/, 'y');
  const cut = bare
    .replace(/(?<=\w{2}[^suia])s$/, '')
    .replace(/(?<=[aeiouy]\w{1,20})(?:ing|ed)(?:ly)?$/, '')
    .replace(/(?<=\w{3})ly$/, '');
  return cut.replace(/([^aeiou])\1$/, '$1').replace(/(?<=\w{2})e+$/, '');
}
