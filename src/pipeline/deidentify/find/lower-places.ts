import type { Finding } from '../finding.ts';
import { NOT_TOWN, PROPER, SAFE, TOWN, TOWN_HEAD } from '../name-tables.ts';
import type { Searched } from '../searched.ts';
import { isWord } from '../vocabulary.ts';

const LEAD = /^(?:in|from|at|near|to|outside|around|over|via|towards?|leaving|visiting)$/;
/** Before an ordinary word that is a town as well, only these mean the town. */
const SURE_LEAD =
  /\b(?:liv(?:es?|ed|ing) (?:in|near|outside)|from|mov(?:ed|es|ing) (?:to|from)|born in|raised in|grew up in|based in|back (?:to|in)|commutes (?:to|from)|drives (?:to|from)|flew (?:to|from)|(?:house|flat|apartment|job|school|over|out|up|down) in|(?:town|city) of) $/i;

/** Number of words of the longest town name that starts at this word, 0 for none. */
function townLength({ words, tables }: Searched, at: number): number {
  const first = words[at];
  if (!first || first.form === 'the') return 0;
  for (const length of (first.known & TOWN_HEAD) !== 0 ? [3, 2] : []) {
    const own = words.slice(at, at + length);
    const close = own.every((word, index) => index === 0 || /^[ -]$/.test(word.gap));
    const name = own.map(({ form }) => form).join(' ');
    if (close && own.length === length && (tables.known(name) & TOWN) !== 0) return length;
  }
  return (first.known & TOWN) !== 0 ? 1 : 0;
}

function isTown(
  { words, tables, text, lowerCased }: Searched,
  at: number,
  length: number,
): boolean {
  const word = words[at];
  if (!word) return false;
  const before = text.slice(Math.max(0, word.start - 24), word.start);
  if (length > 1) {
    const plain = words.slice(at, at + length).every(({ form }) => isWord(form, tables));
    return !plain || lowerCased || SURE_LEAD.test(before);
  }
  if ((word.known & (SAFE | NOT_TOWN)) !== 0 || word.form.length < 4) return false;
  if (!word.ordinary) return lowerCased || word.form.length > 4;
  if ((word.known & PROPER) === 0) return false;
  return SURE_LEAD.test(before) || (lowerCased && /\b(?:in|from) $/.test(before));
}

/** Length in words of a town that may stand at this word: led by a preposition, or no word at all. */
function candidate(searched: Searched, at: number): number {
  const { words, lowerCased } = searched;
  const word = words[at];
  if (word?.shape !== 'lower' || (word.known & (TOWN | TOWN_HEAD)) === 0) return 0;
  const led = word.gap === ' ' && LEAD.test(words[at - 1]?.form ?? '');
  return led || (lowerCased && !word.ordinary) ? townLength(searched, at) : 0;
}

/** Towns typed in small letters: "from woonsocket", "lives in revere". */
export function lowerPlaces(searched: Searched): Finding[] {
  const { words, lowerCased } = searched;
  const found: Finding[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word) continue;
    const length = candidate(searched, at);
    if (length === 0 || !isTown(searched, at, length)) continue;
    const end = words[at + length - 1]?.full ?? word.full;
    found.push({ start: word.start, end, class: 'location', sure: lowerCased });
    at += length - 1;
  }
  return found;
}
