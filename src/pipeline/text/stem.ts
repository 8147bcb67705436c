const SHORTEST = 4;
const VOWELS = 'aeiouy';
/** Longest stretch of letters between a vowel and an ending that is cut off. */
const LONGEST_TAIL = 20;

/** An ASCII letter, a digit or an underscore. */
function isPlain(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95
  );
}

/** True when the `count` characters before `end` are plain. */
function plainBefore(word: string, end: number, count: number): boolean {
  if (end < count) return false;
  for (let at = end - count; at < end; at += 1) if (!isPlain(word.charCodeAt(at))) return false;
  return true;
}

/** True when a vowel and then one or more plain characters stand before `end`. */
function hasVowelBefore(word: string, end: number): boolean {
  for (let at = end - 1; at > 0 && end - at <= LONGEST_TAIL; at -= 1) {
    if (!isPlain(word.charCodeAt(at))) return false;
    if (VOWELS.includes(word.charAt(at - 1))) return true;
  }
  return false;
}

/** 'tries' and 'tried' as 'try'. */
function withY(word: string): string {
  const cut = word.length - 3;
  const ends = word.endsWith('ies') || word.endsWith('ied');
  return ends && plainBefore(word, cut, 2) ? `${word.slice(0, cut)}y` : word;
}

/** Without the s of a plural or a third person, but not of 'this', 'less', 'us' or 'menias'. */
function withoutS(word: string): string {
  const cut = word.length - 1;
  if (!word.endsWith('s') || !plainBefore(word, cut - 1, 2)) return word;
  return 'suia'.includes(word.charAt(cut - 1)) ? word : word.slice(0, cut);
}

/** Without -ing and -ed, and -ly behind them. */
function withoutForm(word: string): string {
  for (const ending of ['ingly', 'edly', 'ing', 'ed']) {
    const cut = word.length - ending.length;
    if (word.endsWith(ending) && hasVowelBefore(word, cut)) return word.slice(0, cut);
  }
  return word;
}

function withoutLy(word: string): string {
  const cut = word.length - 2;
  return word.endsWith('ly') && plainBefore(word, cut, 3) ? word.slice(0, cut) : word;
}

/** One letter where a consonant was doubled before the ending. */
function single(word: string): string {
  const last = word.charAt(word.length - 1);
  const doubled = word.length > 1 && last === word.charAt(word.length - 2);
  return doubled && last !== '\n' && !'aeiou'.includes(last) ? word.slice(0, -1) : word;
}

function withoutE(word: string): string {
  let cut = word.length;
  while (cut > 2 && word.charAt(cut - 1) === 'e') cut -= 1;
  while (cut < word.length && !plainBefore(word, cut, 2)) cut += 1;
  return word.slice(0, cut);
}

/**
 * Light stem: 'cancelled' and 'cancels', 'shrugged' and 'shrug', 'agrees' and 'agreed' share one. Words
 * of up to three letters stay as they are. Looks at characters and not with patterns: it is asked about
 * every word of a text several times.
 */
export function stem(word: string): string {
  if (word.length < SHORTEST) return word;
  const bare = withY(word.endsWith("'s") ? word.slice(0, -2) : word);
  return withoutE(single(withoutLy(withoutForm(withoutS(bare)))));
}
