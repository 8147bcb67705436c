import { GIVEN, SURNAME, TOWN } from '../name-tables.ts';
import type { Searched } from '../searched.ts';
import { isMedicine, isOrdinary, isWord, isWordName, mayBeGiven, nameLike } from '../vocabulary.ts';
import type { Word } from '../words.ts';
import { isAuthor } from './authors.ts';
import { hasPersonSign, hasStrongSign } from './person-sign.ts';

const WEEKDAY =
  /^(?:mon|tues?|wed|weds|thu|thur|thurs|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)$/;
const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/;
const ROMAN = /^(?:i{1,3}|iv|vi{0,3}|ix|xi{0,3}|xiv|xv)$/;
const HEADING =
  /(?:^|\n)[ \t>*•#-]{0,6}((?:\p{Lu}[\p{L}'/&-]{0,24}|of|and|the|for|to|in|on|with|&|\/|-)(?: (?:\p{Lu}[\p{L}'/&-]{0,24}|of|and|the|for|to|in|on|with|a|an|&|\/|-)){0,6})(?=:|[ \t]*(?:\n|$))/gu;

/** A capital at this word says nothing: safe list, author, medicine, weekday, acronym. */
function mayStand(searched: Searched, at: number): boolean {
  const { words, tables } = searched;
  const word = words[at];
  if (!word) return true;
  const { form } = word;
  if (WEEKDAY.test(form) || isAuthor(searched, at) || isMedicine(form, tables)) return true;
  if (MONTH.test(form))
    return !hasPersonSign(searched, at) || !/^(?:april|may|june|august|jan|jun)$/.test(form);
  const safe = tables.list('safe');
  if (!safe.has(form) && !(word.full > word.end && safe.has(`${form}'s`))) return false;
  return !isWordName(word, tables) || !hasPersonSign(searched, at);
}

/** The acronym list knows it, alone or as a plural or verb: SSRIs, EMDR'd, DNAs. */
function isAcronym(text: string, { tables }: Searched): boolean {
  const form = text.toLowerCase();
  const known = tables.list('acronyms');
  if (known.has(form)) return true;
  const stem = form.replace(/(?:'?s|'?d|ed|ing|-?er|-?ish)$/, '');
  return stem.length > 1 && stem !== form && known.has(stem);
}

/** Around an unknown acronym: a score after it, or a noun that makes it an instrument or a method. */
const SCORE =
  /^(?:s?\b ?(?:=|:|of|at|was|is|score[ds]?|total|now|went|from|dropped|rose)?){1,2} ?\d{1,3}(?:\.\d)?\b(?![\d/-])|^-\d{1,2}\b/;
const METHOD =
  /^-?(?:informed|based|trained|certified|focused|style)\b| (?:group|skills?|therapy|therapist|protocol|manual|training|scale|score|scores|screen|screener|screening|worksheets?|homework|diagnosis|module|modules|program|programme|symptoms|traits|assessment|treatment|work|techniques?|approach|model|exercises?|session|sessions|interview|questionnaire|checklist|inventory|index|measure|subscale|criteria|disorder|parts|level|levels|pathway|referral)\b/;

function isMethod({ words, text }: Searched, at: number): boolean {
  const word = words[at];
  if (!word || word.form.length < 3) return false;
  const after = text.slice(word.full, word.full + 24);
  return SCORE.test(after) || METHOD.test(after.replace(/^ /, ' '));
}

function capsStand(searched: Searched, at: number): boolean {
  const { words, tables, shouted } = searched;
  const word = words[at];
  if (!word || ROMAN.test(word.form) || isAcronym(word.text, searched)) return true;
  const parts = word.text.split(/[-/]/);
  if (
    parts.length > 1 &&
    parts.every(
      (part) =>
        part.length < 2 ||
        /^\d+$/.test(part) ||
        isAcronym(part, searched) ||
        isWord(part.toLowerCase(), tables),
    )
  )
    return true;
  if (mayStand(searched, at) || isMethod(searched, at)) return true;
  const ordinary =
    (word.flags & 1) !== 0 || (word.form.length > 5 && isOrdinary(word.form, tables));
  if (!ordinary) return false;
  if (word.form.length < 4 && nameLike(word.flags) === 'given' && !shouted)
    return tables.list('informal').has(word.form) || !tables.list('word-names').has(word.form);
  return !tables.list('word-names').has(word.form) || !hasPersonSign(searched, at);
}

/** A joined word stands when each of its parts does: Mid-session, CBT-informed, Self-Esteem. */
function partsStand(searched: Searched, word: Word): boolean {
  const parts = word.text.split(/[-']/);
  if (parts.length < 2 || /^(?:O|D|L)'/.test(word.text)) return false;
  const { tables } = searched;
  const stands = (part: string, index: number) => {
    const form = part.toLowerCase();
    if (part.length < 2 || (isAcronym(part, searched) && part === part.toUpperCase())) return true;
    if (tables.list('safe').has(form) || WEEKDAY.test(form)) return true;
    const capital = part !== form;
    if (!capital) return isOrdinary(form, tables);
    const flags = tables.flags(form);
    return (
      isOrdinary(form, tables) &&
      (index === 0 || (flags & (GIVEN | SURNAME)) === 0) &&
      !((flags & GIVEN) !== 0 && (flags & 1) === 0)
    );
  };
  return parts.every(stands);
}

/** At a sentence start every word has a capital, so only what is no ordinary word counts. */
function opensWithName(searched: Searched, at: number): boolean {
  const { words, tables } = searched;
  const word = words[at];
  if (!word) return false;
  if (
    word.full > word.end &&
    tables.list('informal').has(`${word.form}s`) &&
    (word.flags & GIVEN) === 0
  )
    return false;
  if (
    /n't$|'(?:ll|ve|re|d|m|s)$/.test(word.text.toLowerCase()) &&
    isWord(word.form.replace(/(?:n't|'.*)$/, ''), tables)
  )
    return false;
  if (!isOrdinary(word.form, tables)) return true;
  if (tables.list('informal').has(word.form) && nameLike(word.flags) !== 'given') return false;
  if (isWordName(word, tables)) return hasPersonSign(searched, at);
  if (!mayBeGiven(word, tables)) return false;
  return /[^ -~]/.test(word.text) || hasStrongSign(searched, at);
}

const CALLED =
  /\b(?:call(?:s|ed|ing)? (?:me|him|her|them|myself|himself|herself)|goes by|nicknamed|known as|(?:my|his|her|their|first|real|legal|new) name(?: is|'s| was)|named|called) "?$/i;

/** "calls me Kiddo", "goes by Bug": what follows is a name whatever the word. */
function isCalled({ words, text, tables }: Searched, at: number): boolean {
  const word = words[at];
  if (!word || !CALLED.test(text.slice(Math.max(0, word.start - 30), word.start))) return false;
  return !tables.list('safe').has(word.form) || tables.list('word-names').has(word.form);
}

function isName(searched: Searched, at: number): boolean {
  const word = searched.words[at];
  if (!word) return false;
  if (word.shape === 'caps') return !capsStand(searched, at);
  if (searched.shouted) return false;
  if (word.shape === 'cap' && isCalled(searched, at)) return true;
  if (word.shape === 'mixed') {
    if (isAcronym(word.text, searched) || mayStand(searched, at) || partsStand(searched, word))
      return false;
    return true;
  }
  if (word.shape !== 'cap' || /n't$|'(?:ll|ve|re|d|m)$/i.test(word.text)) return false;
  if (mayStand(searched, at) || partsStand(searched, word)) return false;
  return word.opens ? opensWithName(searched, at) : !contraction(word, searched);
}

function contraction(word: Word, { tables }: Searched): boolean {
  return (
    tables.list('informal').has(word.form) &&
    nameLike(word.flags) !== 'given' &&
    (word.flags & TOWN) === 0
  );
}

/** Word indexes inside headings whose words are all ordinary ("Presenting Problem:"). */
function headingWords(searched: Searched): Set<number> {
  const inside = new Set<number>();
  for (const match of searched.text.matchAll(HEADING)) {
    const start = match.index + match[0].length - (match[1]?.length ?? 0);
    const first = searched.wordAt(start);
    const last = searched.wordAt(match.index + match[0].length);
    const own = searched.words.slice(first, last);
    const plain = own.every(
      (word) =>
        ((word.flags & 1) !== 0 &&
          !isWordName(word, searched.tables) &&
          (word.flags & TOWN) === 0) ||
        searched.tables.list('safe').has(word.form) ||
        isAcronym(word.text, searched),
    );
    if (plain && own.length > 1) for (let at = first; at < last; at++) inside.add(at);
  }
  return inside;
}

/**
 * The closed world: which words are names because their capital has no other reason. `phrases` marks
 * words of phrases that may stand.
 */
export function nameWords(searched: Searched, phrases: Uint8Array): Uint8Array {
  const { words } = searched;
  const named = new Uint8Array(words.length + 1);
  const headings = headingWords(searched);
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (
      !word ||
      word.shape === 'lower' ||
      word.shape === 'number' ||
      phrases[at] ||
      headings.has(at)
    )
      continue;
    if (!searched.taken(word.start, word.end) && isName(searched, at)) named[at] = 1;
  }
  return named;
}
