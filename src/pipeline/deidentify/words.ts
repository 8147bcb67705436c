import { fold } from './fold.ts';
import { isDigit, isUpper, isWordCharacter } from './letters.ts';
import { INFORMAL, type NameTables, SAFE, WORD } from './name-tables.ts';
import { isOrdinary } from './vocabulary.ts';

/** How a word is written. `caps` has two letters or more, all capital; a lone capital is `letter`. */
type Shape = 'lower' | 'cap' | 'caps' | 'mixed' | 'letter' | 'number' | 'other';

/** One word of the plain text. */
export interface Word {
  readonly start: number;
  /** Without a possessive ending. */
  readonly end: number;
  /** With the possessive ending, when there is one. */
  readonly full: number;
  readonly text: string;
  /** Folded form without the possessive: what the tables are asked. */
  readonly form: string;
  readonly shape: Shape;
  /** What the tables know of the form (see name-tables.ts). */
  readonly known: number;
  /** A word of English, of the reviewed lists, or built from such: no name by itself. */
  readonly ordinary: boolean;
  /** Stands where a sentence, a quotation, a line or a bracket begins. */
  readonly opens: boolean;
  /** What stands between the word before and this one. */
  readonly gap: string;
}

/** A full stop after these ends no sentence. */
const ABBREVIATIONS = new Set(
  'dr mr mrs ms mx st mt ft rev fr prof sgt lt capt gen col hon vs e.g i.e eg ie cf'.split(' '),
);

interface Count {
  upper: number;
  lower: number;
  digits: number;
  /** A capital stands right after another letter: McLean, LMoreno. */
  inner: boolean;
}

function count(text: string): Count {
  const counted: Count = { upper: 0, lower: 0, digits: 0, inner: false };
  let fresh = true;
  for (let at = 0; at < text.length; at++) {
    const joint = text[at] === "'" || text[at] === '-';
    const upper = isUpper(text, at);
    if (upper) counted.upper++;
    else if (isDigit(text, at)) counted.digits++;
    else if (!joint) counted.lower++;
    counted.inner ||= upper && !fresh;
    fresh = joint;
  }
  return counted;
}

function shapeOf(text: string, form: string): Shape {
  if (text === form && !isDigit(text, 0)) return 'lower';
  const { upper, lower, digits, inner } = count(text);
  if (isDigit(text, 0)) return upper + lower === 0 ? 'number' : 'other';
  if (upper === 0) return 'lower';
  if (lower === 0) return text.length === 1 ? 'letter' : 'caps';
  if (!isUpper(text, 0)) return 'other';
  return inner || digits > 0 ? 'mixed' : 'cap';
}

/** A stop, colon or sign in the gap ends a sentence; after an abbreviation a stop does not. */
function stops(gap: string, before: Word): boolean {
  const stop = /[.?!:;•]/.exec(gap)?.[0];
  if (stop === undefined) return /(?:^|\s)'$/.test(gap) || /[^\p{L}\p{N}\s\p{P}]/u.test(gap);
  return stop !== '.' || gap[0] !== '.' || !ABBREVIATIONS.has(before.form);
}

/** A gap ends a sentence, opens a quotation or bracket, or starts a line. */
function opensAfter(gap: string, before: Word | undefined): boolean {
  if (before === undefined) return true;
  if (gap === ' ' || gap === ', ') return false;
  if (gap === '. ') return !ABBREVIATIONS.has(before.form);
  if (gap.includes('\n')) return true;
  if (/^"\s{1,3}$/.test(gap)) return false;
  return (/["([>{]\s{0,3}'?$/.test(gap) && !/^"\s/.test(gap)) || stops(gap, before);
}

function isHighSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code < 0xdc00;
}

/** End of the word that starts at the offset: letters, digits, and ' or - between such. */
function endOfWord(text: string, start: number): number {
  let at = start;
  for (;;) {
    while (isWordCharacter(text, at)) at += isHighSurrogate(text, at) ? 2 : 1;
    const code = text.charCodeAt(at);
    if ((code !== 39 && code !== 45) || !isWordCharacter(text, at + 1)) return at;
    at++;
  }
}

/** The word that ends here ends in 's. */
function isPossessive(text: string, end: number): boolean {
  if (text.charCodeAt(end - 2) !== 39) return false;
  const last = text[end - 1];
  return last === 's' || last === 'S';
}

/** Splits plain text into words with everything the recognizers ask of them. */
export function readWords(text: string, tables: NameTables): Word[] {
  const words: Word[] = [];
  let before: Word | undefined;
  for (let start = 0; start < text.length; start++) {
    if (!isWordCharacter(text, start)) continue;
    const full = endOfWord(text, start);
    const owned = full - start > 3 && isPossessive(text, full);
    const end = owned ? full - 2 : full;
    const own = text.slice(start, end);
    const form = fold(own);
    const gap = text.slice(before?.full ?? 0, start);
    const known = tables.known(form);
    const ordinary = (known & (WORD | SAFE | INFORMAL)) !== 0 || isOrdinary(form, tables);
    const shape = shapeOf(own, form);
    const opens = opensAfter(gap, before);
    before = { start, end, full, text: own, form, shape, known, ordinary, opens, gap };
    words.push(before);
    start = full - 1;
  }
  return words;
}
