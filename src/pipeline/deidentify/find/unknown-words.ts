import type { IdentifierClass } from '../../message.ts';
import type { Finding } from '../finding.ts';
import type { Searched } from '../searched.ts';
import { isMedicine, isOrdinary } from '../vocabulary.ts';
import type { Word } from '../words.ts';
import { roleBeside } from './role-beside.ts';
import { isSlip } from './slips.ts';

const LISTED = ['acronyms', 'authors', 'authors-in-context', 'holidays'] as const;

function isUnknown(word: Word, searched: Searched): boolean {
  const { tables } = searched;
  if (word.shape !== 'lower' || word.form.length < 4) return false;
  if (isOrdinary(word.form, tables) || isMedicine(word.form, tables)) return false;
  if (LISTED.some((name) => tables.list(name).has(word.form))) return false;
  return !/(.)\1\1/.test(word.form) && !isSlip(word.form, tables);
}

function kindOf(text: string, start: number): IdentifierClass {
  const before = text.slice(Math.max(0, start - 12), start);
  if (/\b(?:in|from|near|to|outside|around)(?: the)? $/.test(before)) return 'location';
  return /\b(?:at|for)(?: the)? $/.test(before) ? 'org' : 'name';
}

/**
 * The closed world without capitals: in a text typed in small letters a word that no dictionary, no
 * list and no slip of the keyboard explains may be a name. Guesses, so the clinician is asked to look.
 */
export function unknownWords(searched: Searched): Finding[] {
  if (!searched.lowerCased) return [];
  const found: Finding[] = [];
  for (const [at, word] of searched.words.entries()) {
    if (!isUnknown(word, searched)) continue;
    const role = roleBeside(searched, at, at);
    const kind = kindOf(searched.text, word.start);
    found.push({
      start: word.start,
      end: word.full,
      class: role ? 'name' : kind,
      ...(role ? { role } : {}),
      sure: false,
    });
  }
  return found;
}
