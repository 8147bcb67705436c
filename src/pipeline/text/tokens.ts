import type { Span } from './span.ts';

/** A word, number or mark; `text` is lower case with straight apostrophes and full negations. */
export interface Token extends Span {
  readonly text: string;
  readonly kind: 'word' | 'number' | 'mark';
}

/** A word or a placeholder; a number; any other mark. */
const PIECE =
  /(\[[A-Za-z][\w ]{0,30}\]|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}{1,6})*)|(\d+(?:[.,:]\d+)*)|[^\s\p{L}\d]/uy;
/** Most letters of one ending behind an apostrophe. */
const LONGEST_ENDING = 6;
const APOSTROPHE = 39;
const BRACKET = 91;
const LAST_ASCII = 127;

const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['dont', "don't"],
  ['doesnt', "doesn't"],
  ['didnt', "didn't"],
  ['isnt', "isn't"],
  ['wasnt', "wasn't"],
  ['cant', "can't"],
  ['cannot', "can't"],
  ['couldnt', "couldn't"],
  ['wouldnt', "wouldn't"],
  ['wont', "won't"],
  ['havent', "haven't"],
  ['hasnt', "hasn't"],
  ['im', "i'm"],
  ['ive', "i've"],
  ['thats', "that's"],
  ['whats', "what's"],
  ['shes', "she's"],
  ['hes', "he's"],
  ['theyre', "they're"],
  ['pt', 'client'],
  ['pts', 'clients'],
  ['ct', 'client'],
  ['cl', 'client'],
  ['clt', 'client'],
  ['patient', 'client'],
  ['patients', 'clients'],
  ['th', 'therapist'],
  ['tx', 'therapy'],
  ['hw', 'homework'],
  ['sess', 'session'],
  ['sessn', 'session'],
  ['yrs', 'years'],
  ['wk', 'week'],
  ['wks', 'weeks'],
  ['mth', 'month'],
  ['mths', 'months'],
  ['hx', 'history'],
  ['bf', 'boyfriend'],
  ['gf', 'girlfriend'],
  ['abt', 'about'],
  ['bc', 'because'],
  ['cos', 'because'],
  ['u', 'you'],
  ['ur', 'your'],
]);

const isLetter = (code: number) => (code | 32) >= 97 && (code | 32) <= 122;
const isSpace = (code: number) => code === 32 || (code >= 9 && code <= 13);
const isDigit = (code: number) => code >= 48 && code <= 57;

/** Where the ASCII letters from `at` on end, `most` of them at the most. */
function lettersEnd(text: string, at: number, most = text.length): number {
  let end = at;
  while (end - at < most && isLetter(text.charCodeAt(end))) end += 1;
  return end;
}

/** Where the word of ASCII letters that begins at `start` ends; null when other letters may belong to it. */
function plainWordEnd(text: string, start: number): number | null {
  let end = lettersEnd(text, start);
  while (text.charCodeAt(end) === APOSTROPHE) {
    const after = lettersEnd(text, end + 1, LONGEST_ENDING);
    if (text.charCodeAt(after) > LAST_ASCII) return null;
    if (after === end + 1) break;
    end = after;
  }
  return text.charCodeAt(end) > LAST_ASCII ? null : end;
}

/** The token that the pattern finds at `start`; null when nothing but space stands there. */
function matched(text: string, start: number): Token | null {
  PIECE.lastIndex = start;
  const found = PIECE.exec(text);
  if (found === null) return null;
  const [raw, word, number] = found;
  const plain = raw.toLowerCase().replaceAll('’', "'");
  const kind = word !== undefined ? 'word' : number !== undefined ? 'number' : 'mark';
  return { text: SPELLINGS.get(plain) ?? plain, kind, start, end: start + raw.length };
}

/** A word of ASCII letters; null when the pattern must be asked. */
function plainWord(text: string, start: number): Token | null {
  const end = plainWordEnd(text, start);
  if (end === null) return null;
  const plain = text.slice(start, end).toLowerCase();
  return { text: SPELLINGS.get(plain) ?? plain, kind: 'word', start, end };
}

/** The token at `start`; nearly all are plain words and marks, which are found without the pattern. */
function tokenAt(text: string, start: number): Token | null {
  const code = text.charCodeAt(start);
  if (isSpace(code)) return null;
  if (isLetter(code)) return plainWord(text, start) ?? matched(text, start);
  if (code > LAST_ASCII || code === BRACKET || isDigit(code)) return matched(text, start);
  return { text: text.charAt(start), kind: 'mark', start, end: start + 1 };
}

/** Splits a text into words, numbers and marks in one pass; placeholders such as [Mother] stay whole. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const token = tokenAt(text, at);
    if (token !== null) found.push(token);
    at = token?.end ?? at + 1;
  }
  return found;
}
