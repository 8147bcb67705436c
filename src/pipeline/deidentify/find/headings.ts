import { allMatches } from '../all-matches.ts';
import { SAFE, TOWN, WORD } from '../name-tables.ts';
import type { Searched } from '../searched.ts';
import { isWordName } from '../vocabulary.ts';
import type { Word } from '../words.ts';
import { isAcronym } from './acronyms.ts';

const PART = "(?:\\p{Lu}[\\p{L}'/&-]{0,24}|of|and|the|for|to|in|on|with|a|an|&|/|-)";
/** A line, or the start of one up to a colon, in which every word of weight has a capital. */
const HEADING = new RegExp(
  `(?:^|\\n)[ \\t>*•#-]{0,6}(${PART}(?: ${PART}){1,7})(?=:|[ \\t]{0,3}(?:\\n|$))`,
  'gu',
);

function isPlain(word: Word, searched: Searched): boolean {
  if ((word.known & SAFE) !== 0 || isAcronym(word.text, searched)) return true;
  return (word.known & WORD) !== 0 && (word.known & TOWN) === 0 && !isWordName(word);
}

/** Indexes of the words in headings whose words are all ordinary: "Presenting Problem: …". */
export function headingWords(searched: Searched): Set<number> {
  const inside = new Set<number>();
  for (const { index, 0: whole, 1: heading = '' } of allMatches(searched.text, HEADING)) {
    const first = searched.wordAt(index + whole.length - heading.length);
    const next = searched.wordAt(index + whole.length);
    const plain = searched.words.slice(first, next).every((word) => isPlain(word, searched));
    if (plain && next - first > 1) for (let at = first; at < next; at++) inside.add(at);
  }
  return inside;
}
