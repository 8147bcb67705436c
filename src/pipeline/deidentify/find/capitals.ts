import {
  ACRONYM,
  GENERAL,
  GIVEN,
  GRAMMAR,
  INFORMAL,
  SAFE,
  SURNAME,
  TOWN,
  WORD,
} from '../name-tables.ts';
import type { Searched } from '../searched.ts';
import { isMedicine, isOrdinary, isWord, isWordName, mayBeGiven, nameLike } from '../vocabulary.ts';
import type { Word } from '../words.ts';
import { isAcronym, isMethod } from './acronyms.ts';
import { isAuthor } from './authors.ts';
import { headingWords } from './headings.ts';
import { hasPersonSign, hasStrongSign } from './person-sign.ts';

const WEEKDAY =
  /^(?:mon|tues?|wed|weds|thu|thur|thurs|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)$/;
const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/;
/** Roman numerals, and a letter with a number: Q10, A4. */
const NUMBERED = /^(?:i{1,3}|iv|vi{0,3}|ix|xi{0,3}|xiv|xv|[a-z]\d{1,2})$/;
const CONTRACTION = /n't$|'(?:ll|ve|re|d|m|s)$/;
const CALLED =
  /\b(?:call(?:s|ed|ing)? (?:me|him|her|them|myself|himself|herself)|(?:go(?:es|ing)?|went) by|nicknamed|known as|named (?:the|her|his|their|our) (?:baby|son|daughter|child|twins?|dog|cat|girl|boy|kid)|(?:my|his|her|their|first|real|legal|new) name(?: is|'s| was)|named|called|prefers|answers to|signs (?:off )?as|introduces? (?:him|her|them)self as) "?$/i;

/** A capital at this word says nothing: safe list, author, medicine, weekday, month. */
function mayStand(searched: Searched, at: number): boolean {
  const { words, tables } = searched;
  const word = words[at];
  if (!word) return true;
  const { form } = word;
  if (WEEKDAY.test(form) || isAuthor(searched, at) || isMedicine(form, tables)) return true;
  if (MONTH.test(form)) return !(isWordName(word) && hasPersonSign(searched, at));
  const owned = word.full > word.end && (tables.known(`${form}'s`) & SAFE) !== 0;
  if ((word.known & SAFE) === 0 && !owned) return false;
  if (!isWordName(word)) return true;
  const inside = (word.known & GRAMMAR) !== 0 && !word.opens;
  return !inside && !hasPersonSign(searched, at);
}

function isSafePart(part: string, searched: Searched): boolean {
  const { tables } = searched;
  const form = part.toLowerCase();
  if (part.length < 2 || /^\d+$/.test(part) || WEEKDAY.test(form)) return true;
  if (part === part.toUpperCase() && isAcronym(part, searched)) return true;
  return (tables.known(form) & SAFE) !== 0;
}

/** A joined word stands when each of its parts does: Mid-session, CBT-informed, Self-Esteem. */
function partsStand(searched: Searched, word: Word): boolean {
  const parts = word.text.split(/[-']/);
  if (parts.length < 2 || /^[ODL]'/.test(word.text)) return false;
  const { tables } = searched;
  return parts.every((part, index) => {
    if (isSafePart(part, searched)) return true;
    const form = part.toLowerCase();
    if (!isOrdinary(form, tables)) return false;
    const flags = tables.known(form);
    const name = index === 0 ? 0 : flags & (GIVEN | SURNAME);
    return part === form || (name === 0 && (flags & (GIVEN | WORD)) !== GIVEN);
  });
}

function joinedCapsStand(searched: Searched, word: Word): boolean {
  const parts = word.text.split('-');
  const stands = (part: string) =>
    isSafePart(part, searched) || isWord(part.toLowerCase(), searched.tables);
  return parts.length > 1 && parts.every(stands);
}

/** A company known by capitals, where somebody works. */
function isCompany(searched: Searched, at: number): boolean {
  const known = searched.words[at]?.known ?? 0;
  return (known & (SAFE | GENERAL | ACRONYM)) === SAFE && isEmployer(searched, at);
}

/** A word all in capitals: an acronym of the list, a method, or a plain word said aloud. */
function capsStand(searched: Searched, at: number): boolean {
  const word = searched.words[at];
  if (!word || NUMBERED.test(word.form)) return true;
  if (isCompany(searched, at)) return false;
  if (isAcronym(word.text, searched)) return true;
  if (joinedCapsStand(searched, word) || mayStand(searched, at) || isMethod(searched, at)) {
    return true;
  }
  const plain = (word.known & WORD) !== 0 || (word.form.length > 5 && word.ordinary);
  return plain && !(isWordName(word) && hasPersonSign(searched, at));
}

/** A plain word that opens a sentence and is a name all the same: "Hope came back". */
function isNamedWord(searched: Searched, at: number): boolean {
  const word = searched.words[at];
  if (!word) return false;
  const given = (word.known & GIVEN) !== 0;
  if (given && /[^ -~]/.test(word.text)) return true;
  if (isWordName(word)) return hasPersonSign(searched, at);
  return mayBeGiven(word) && hasStrongSign(searched, at);
}

/** At a sentence start every word has a capital, so only what is no ordinary word counts. */
function opensWithName(searched: Searched, at: number): boolean {
  const word = searched.words[at];
  if (!word) return false;
  if ((word.known & GIVEN) !== 0) return !word.ordinary || isNamedWord(searched, at);
  const spoken = (searched.tables.known(`${word.form}s`) | word.known) & INFORMAL;
  return spoken === 0 && (!word.ordinary || isNamedWord(searched, at));
}

/** "calls me Kiddo", "goes by Bug": what follows is a name whatever the word. */
function isCalled({ words, text }: Searched, at: number): boolean {
  const word = words[at];
  if (!word || ((word.known & SAFE) !== 0 && !isWordName(word))) return false;
  return CALLED.test(text.slice(Math.max(0, word.start - 30), word.start));
}

/** Inside a sentence a capital is a name unless the word is spoken shorthand. */
function isNameInside(word: Word): boolean {
  const spoken = (word.known & INFORMAL) !== 0 && nameLike(word.known) !== 'given';
  return !spoken || (word.known & TOWN) !== 0;
}

/** After "works at", "studies at" and the like even a household name tells where somebody is known. */
const EMPLOYED =
  /\b(?:(?:works?|working|worked|drives?|driving|drove|delivers?|rides|job|employed|interns?|interned|interning|volunteers?|volunteered|shift|manager|nurse|cashier|driver|engineer|teacher|professor) (?:\p{L}{1,12} )?(?:at|for)|stud(?:y|ies|ied|ying)(?: \p{L}{1,14})? at|teaches(?: \p{L}{1,14})? at|enrolled (?:at|in)|(?:student|sophomore|freshman|junior|senior|degree|undergrad|postgrad) (?:at|from)|accepted (?:at|to|by|into)|graduated? from|dropped out of|fired (?:by|from)|laid off (?:by|from)|hired by) $/u;

function isEmployer({ words, text }: Searched, at: number): boolean {
  const word = words[at];
  if (!word || (word.known & (GENERAL | GRAMMAR)) !== 0) return false;
  return EMPLOYED.test(text.slice(Math.max(0, word.start - 48), word.start));
}

function isCapName(searched: Searched, at: number, word: Word): boolean {
  if (isCalled(searched, at) || isEmployer(searched, at)) return true;
  const short = word.form.length < 4 && (word.known & GIVEN) === 0;
  if (short && isAcronym(word.text, searched)) return false;
  if (mayStand(searched, at) || partsStand(searched, word)) return false;
  return word.opens ? opensWithName(searched, at) : isNameInside(word);
}

function isName(searched: Searched, at: number): boolean {
  const word = searched.words[at];
  if (!word) return false;
  if (word.shape === 'caps') return !capsStand(searched, at);
  if (CONTRACTION.test(word.text.toLowerCase()) && !/^[OD]'/.test(word.text)) return false;
  if (word.shape === 'mixed') {
    const stands = isAcronym(word.text, searched) || mayStand(searched, at);
    return !stands && !partsStand(searched, word);
  }
  return word.shape === 'cap' && !searched.shouted && isCapName(searched, at, word);
}

/** The closed world: which words are names because their capital has no other reason. */
export function nameWords(searched: Searched): Uint8Array {
  const { words, phrases } = searched;
  const named = new Uint8Array(words.length + 1);
  const headings = headingWords(searched);
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word) continue;
    if (word.shape === 'lower' || word.shape === 'number' || phrases[at] || headings.has(at)) {
      continue;
    }
    if (!searched.taken(word.start, word.end) && isName(searched, at)) named[at] = 1;
  }
  return named;
}
