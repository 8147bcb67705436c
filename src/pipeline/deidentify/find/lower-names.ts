import type { Finding } from '../finding.ts';
import { ACRONYM, AUTHOR, GIVEN, LOWER_NAME, SURNAME, TOWN } from '../name-tables.ts';
import type { Searched } from '../searched.ts';
import { isMedicine, isWordName, nameLike } from '../vocabulary.ts';
import type { Word } from '../words.ts';
import { roleBeside } from './role-beside.ts';
import { isSlip } from './slips.ts';

/** Speaking and writing is done by persons only. */
const SPEAKS =
  /^ (?:said|told (?:me|him|her|us|them)|asked (?:me|if|whether|for|him|her)|texted|emailed|cried|laughed|walked (?:out|in|off)|sat (?:there|down|in)|came (?:back|in|late|to)|left (?:the|before|early|a voicemail)|missed|cancelled|canceled|didn't|didnt|doesn't|doesnt|hasn't|hasnt|no.?showed)\b/;

function isListedName(word: Word, { text, lowerCased }: Searched): boolean {
  if ((word.known & LOWER_NAME) !== 0) return true;
  if (!lowerCased || !isWordName(word)) return false;
  return SPEAKS.test(text.slice(word.full, word.full + 20));
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

/** Names typed in small letters that are no English word: "kofi texted", "deshawn". */
export function lowerNames(searched: Searched): Finding[] {
  const { words, phrases } = searched;
  const found: Finding[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word || phrases[at] || !isLowerName(word, searched)) continue;
    const last = belongs(words[at + 1]) ? at + 1 : at;
    const role = roleBeside(searched, at, last);
    const end = words[last]?.full ?? word.full;
    const sure = searched.lowerCased;
    found.push({ start: word.start, end, class: 'name', ...(role ? { role } : {}), sure });
    at = last;
  }
  return found;
}
