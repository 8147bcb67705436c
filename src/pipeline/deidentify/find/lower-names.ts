import type { Finding } from '../finding.ts';
import {
  ACRONYM,
  AUTHOR,
  GIVEN,
  GRAMMAR,
  INFORMAL,
  LOWER_NAME,
  SURNAME,
  TOWN,
  WORD_NAME,
} from '../name-tables.ts';
import type { Searched } from '../searched.ts';
import { isMedicine, isWordName, nameLike } from '../vocabulary.ts';
import type { Word } from '../words.ts';
import { roleBeside } from './role-beside.ts';
import { isSlip } from './slips.ts';

/** Speaking and writing is done by persons only. */
const SPEAKS =
  /^ (?:said|told (?:me|him|her|us|them)|asked (?:me|if|whether|for|him|her)|texted|emailed|cried|laughed|walked (?:out|in|off)|sat (?:there|down|in)|came (?:back|in|late|to)|left (?:the|before|early|a voicemail)|missed|cancelled|canceled|didn't|didnt|doesn't|doesnt|hasn't|hasnt|no.?showed)\b/;

const AGED = /^(?:, | \()\d{1,2}(?:[.,);]| ?[mf]\b|yo\b| y\/o)/;

function isListedName(word: Word, { text, lowerCased }: Searched): boolean {
  if ((word.known & LOWER_NAME) !== 0) return true;
  if (!lowerCased || !isWordName(word)) return false;
  const after = text.slice(word.full, word.full + 20);
  return SPEAKS.test(after) || AGED.test(after);
}

function isLowerName(word: Word, searched: Searched): boolean {
  const { tables, lowerCased } = searched;
  if (word.shape !== 'lower' || word.form.length < 3) return false;
  if (isListedName(word, searched)) return true;
  if (word.ordinary || (word.known & (ACRONYM | AUTHOR)) !== 0) return false;
  if (isMedicine(word.form, tables)) return false;
  if ((word.known & GIVEN) !== 0) return word.form.length > 3 || lowerCased;
  if (!lowerCased || word.form.length < 5 || (word.known & TOWN) !== 0) return false;
  return nameLike(word.known) !== null && !isSlip(word.form, tables);
}

/** A surname, or the second half of a name with foreign letters ("khánh vân"). */
function belongs(word: Word | undefined): boolean {
  if (word?.gap !== ' ' || word.shape !== 'lower') return false;
  if (/[^ -~]/.test(word.text) && (word.known & (GIVEN | SURNAME)) !== 0) return true;
  return (word.known & SURNAME) !== 0 && !word.ordinary;
}

/** A first name before the surname that was found, though it is a word: "bill oduya". */
function firstOf({ words }: Searched, at: number): number {
  const before = words[at - 1];
  if (before?.shape !== 'lower' || words[at]?.gap !== ' ' || before.full > before.end) return at;
  const given = (before.known & (GIVEN | GRAMMAR)) === GIVEN;
  return given && (before.known & (WORD_NAME | LOWER_NAME | INFORMAL)) !== 0 ? at - 1 : at;
}

/** Last word of the name: a surname after it, or the initial of one ("declan f."). */
function lastOf({ words, text }: Searched, at: number): number {
  const next = words[at + 1];
  if (belongs(next)) return at + 1;
  const initial = next?.gap === ' ' && /^[a-z]$/.test(next.text) && text[next.end] === '.';
  return initial ? at + 1 : at;
}

/** Names typed in small letters that are no English word: "kofi texted", "deshawn". */
export function lowerNames(searched: Searched): Finding[] {
  const { words, phrases } = searched;
  const found: Finding[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word || phrases[at] || !isLowerName(word, searched)) continue;
    const first = firstOf(searched, at);
    const last = lastOf(searched, at);
    const role = roleBeside(searched, first, last);
    const span = { start: words[first]?.start ?? word.start, end: words[last]?.full ?? word.full };
    const sure = searched.lowerCased;
    found.push({ ...span, class: 'name', ...(role ? { role } : {}), sure });
    at = last;
  }
  return found;
}
