import type { IdentifierClass } from '../../message.ts';
import type { Finding } from '../finding.ts';
import { ACRONYM, AUTHOR, AUTHOR_IN_CONTEXT, type NameTables } from '../name-tables.ts';
import type { Searched } from '../searched.ts';
import { isMedicine } from '../vocabulary.ts';
import type { Word } from '../words.ts';
import { roleBeside } from './role-beside.ts';
import { isSlip } from './slips.ts';

const LISTED = ACRONYM | AUTHOR | AUTHOR_IN_CONTEXT;

function isUnknown(word: Word, { tables }: Searched): boolean {
  if (word.shape !== 'lower' || word.form.length < 4 || word.ordinary) return false;
  if ((word.known & LISTED) !== 0 || isMedicine(word.form, tables)) return false;
  return !/(.)\1\1|\d/.test(word.form);
}

function kindOf(text: string, start: number): IdentifierClass {
  const before = text.slice(Math.max(0, start - 12), start);
  if (/\b(?:in|from|near|to|outside|around)(?: the)? $/.test(before)) return 'location';
  return /\b(?:at|for)(?: the)? $/.test(before) ? 'org' : 'name';
}

/** Looking for slips is dear: each form once, and only so many in one text. */
const MOST = 400;

class Slips {
  readonly #seen = new Map<string, boolean>();
  readonly #tables: NameTables;

  constructor(tables: NameTables) {
    this.#tables = tables;
  }

  has(form: string): boolean {
    const known = this.#seen.get(form);
    if (known !== undefined || this.#seen.size >= MOST) return known ?? false;
    const slip = isSlip(form, this.#tables);
    this.#seen.set(form, slip);
    return slip;
  }
}

/**
 * The closed world without capitals: in a text typed in small letters a word that no dictionary, no
 * list and no slip of the keyboard explains may be a name. Guesses, so the clinician is asked to look.
 */
export function unknownWords(searched: Searched): Finding[] {
  const { words, text, phrases } = searched;
  if (!searched.lowerCased) return [];
  const slips = new Slips(searched.tables);
  const found: Finding[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word) continue;
    if (phrases[at] || !isUnknown(word, searched) || slips.has(word.form)) continue;
    const role = roleBeside(searched, at, at);
    const own = role ? { class: 'name' as const, role } : { class: kindOf(text, word.start) };
    found.push({ start: word.start, end: word.full, ...own, sure: false });
  }
  return found;
}
