import { fold } from './fold.ts';
import type { NameTables } from './name-tables.ts';

/** How a word is written. `caps` has two letters or more, all capital; a lone capital is `letter`. */
export type Shape = 'lower' | 'cap' | 'caps' | 'mixed' | 'letter' | 'number' | 'other';

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
  readonly flags: number;
  /** Stands where a sentence, a quotation, a line or a bracket begins. */
  readonly opens: boolean;
  /** What stands between the word before and this one. */
  readonly gap: string;
}

const WORD_LIKE = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
/** A full stop after these ends no sentence. */
const ABBREVIATIONS = new Set(
  'dr mr mrs ms mx st mt ft rev fr prof sgt lt capt gen col hon vs e.g i.e eg ie cf'.split(' '),
);

function shapeOf(text: string): Shape {
  if (/^\p{N}/u.test(text)) return /^\p{N}+$/u.test(text) ? 'number' : 'other';
  if (text === text.toLowerCase()) return 'lower';
  if (/^\p{Lu}\p{M}{0,4}$/u.test(text)) return 'letter';
  if (/^\p{Lu}[\p{Ll}\p{M}]+(?:['-]\p{L}[\p{Ll}\p{M}]*){0,8}$/u.test(text)) return 'cap';
  if (text === text.toUpperCase()) return 'caps';
  return /^\p{Lu}/u.test(text) ? 'mixed' : 'other';
}

/** A gap ends a sentence, opens a quotation or bracket, or starts a line. */
function opensAfter(gap: string, before: Word | undefined): boolean {
  if (before === undefined || gap.includes('\n')) return true;
  if (/["([>{]\s{0,3}'?$/.test(gap) && !/^"\s/.test(gap)) return true;
  if (/^"\s{1,3}$/.test(gap)) return false;
  const stop = /[.?!:;•]/.exec(gap);
  if (!stop) return /(?:^|\s)'$/.test(gap) || /[^\p{L}\p{N}\s\p{P}]/u.test(gap);
  if (stop[0] !== '.') return true;
  if (gap[0] !== '.') return true;
  return !ABBREVIATIONS.has(before.form);
}

/** Splits plain text into words with everything the recognizers ask of them. */
export function readWords(text: string, tables: NameTables): Word[] {
  const words: Word[] = [];
  let before: Word | undefined;
  for (const match of text.matchAll(WORD_LIKE)) {
    const start = match.index;
    const full = start + match[0].length;
    const possessive = /'[sS]$/.test(match[0]) && match[0].length > 3 ? 2 : 0;
    const own = possessive ? match[0].slice(0, -possessive) : match[0];
    const form = fold(own);
    const gap = text.slice(before?.full ?? 0, start);
    const word: Word = {
      start,
      end: full - possessive,
      full,
      text: own,
      form,
      shape: shapeOf(own),
      flags: tables.flags(form),
      opens: opensAfter(gap, before),
      gap,
    };
    words.push(word);
    before = word;
  }
  return words;
}
