const SPECIAL: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
};

/** Small letters, digits and signs of ASCII only: what folding leaves as it is. */
function isFolded(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code > 127 || (code >= 65 && code <= 90)) return false;
  }
  return true;
}

/**
 * The form under which words and names are looked up: lower case, without accents, straight
 * apostrophes ("Siobhán" → "siobhan", "Đorđe" → "dorde").
 */
export function fold(word: string): string {
  if (isFolded(word)) return word;
  const lower = word.toLowerCase();
  if (isFolded(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøłđðþıħŋ]/g, (letter) => SPECIAL[letter] ?? letter)
    .replace(/[ʻʼ‘’`´]/g, "'");
}
