import type { Finding } from '../finding.ts';
import { GIVEN, SURNAME, TOWN } from '../name-tables.ts';
import type { Searched } from '../searched.ts';
import { isMedicine, isOrdinary, nameLike } from '../vocabulary.ts';
import type { Word } from '../words.ts';
import { roleBeside } from './role-beside.ts';
import { safePhrases } from './safe-phrases.ts';
import { isSlip } from './slips.ts';

function isLowerName(word: Word, searched: Searched): boolean {
  const { tables, lowerCased } = searched;
  if (word.shape !== 'lower' || word.form.length < 3) return false;
  if (tables.list('lower-names').has(word.form)) return true;
  if (isOrdinary(word.form, tables) || isMedicine(word.form, tables)) return false;
  if (tables.list('acronyms').has(word.form) || tables.list('authors').has(word.form)) return false;
  if ((word.flags & GIVEN) !== 0) return word.form.length > 3 || lowerCased;
  if (!lowerCased || word.form.length < 5) return false;
  return nameLike(word.flags) !== null && (word.flags & TOWN) === 0 && !isSlip(word.form, tables);
}

/** Names typed in small letters that are no English word: "kofi texted", "deshawn". */
export function lowerNames(searched: Searched): Finding[] {
  const { words } = searched;
  const phrases = safePhrases(searched);
  const found: Finding[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word || phrases[at] || !isLowerName(word, searched)) continue;
    let last = at;
    const next = words[at + 1];
    if (
      next?.gap === ' ' &&
      next.shape === 'lower' &&
      (next.flags & SURNAME) !== 0 &&
      !isOrdinary(next.form, searched.tables)
    )
      last = at + 1;
    const role = roleBeside(searched, at, last);
    found.push({
      start: word.start,
      end: words[last]?.full ?? word.full,
      class: 'name',
      ...(role ? { role } : {}),
      sure: searched.lowerCased,
    });
    at = last;
  }
  return found;
}
