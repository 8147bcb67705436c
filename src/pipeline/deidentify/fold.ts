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

const ASCII = /^[ -~]*$/;

/**
 * The form under which words and names are looked up: lower case, without accents, straight
 * apostrophes ("Siobhán" → "siobhan", "Đorđe" → "dorde").
 */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (ASCII.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøłđðþıħŋ]/g, (letter) => SPECIAL[letter] ?? letter)
    .replace(/[ʻʼ‘’`´]/g, "'");
}
