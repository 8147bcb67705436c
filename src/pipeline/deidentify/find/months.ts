import { allMatches } from '../all-matches.ts';
import type { Finding } from '../finding.ts';
import type { Searched } from '../searched.ts';
import { MONTH, NAMED_MONTH, YEAR } from './calendar.ts';

const LEAD = `(?:(?:(?:back )?in|since|last|next|this past|this) )?(?:(?:early|mid|late)[ -]|(?:the )?(?:(?:first|last|second|third|final) week|end|start|beginning|middle) of )?`;
/** "October 2022", "since November '22", "in early June", "back in Feb 2020". */
const SHAPE = new RegExp(
  `\\b(${LEAD})(${MONTH})(?:\\.?(?:,| of)? ?(${YEAR}))?(?![\\w'-]|\\.\\w)`,
  'gi',
);
/** Months that are words, names or too short to tell in small letters. */
const AMBIGUOUS = /^(?:may|march|mar|august|april|june|dec|jan|sept?|apr|nov|oct|aug|jun|jul|feb)$/;
const PREPOSITION =
  /\b(?:in|since|until|till|til|by|from|before|after|during|last|next|this|around|about|of|for|through|thru|between|late|early|mid|end|over|to|every|each|past|and|or|both)[ -]$/i;
/** In small letters these come before the verb "may" as well. */
const VERB_LEAD = /\b(?:and|or|to|about|this|that) $/i;
const OPENS = /(?:^|[.?!:"(\n]\s{0,3}"?)$/;
const AFTER_VERB =
  /^ (?:i|you|we|he|she|they|it|be|not|have|also|well|need|even|or|never|just|still|want|feel|help|this|that|there|the|my|your|his|her|their|god)\b/i;
const AFTER_MONTH = /^ (?:was|is|and|has|had|felt|brought|went|to|or|came|through|will be)\b|^,/;

function isSmallMonth(name: string, before: string, lowerCased: boolean): boolean {
  if (PREPOSITION.test(before)) return !/^(?:may|march)$/.test(name) || !VERB_LEAD.test(before);
  return !AMBIGUOUS.test(name) && (lowerCased || name.length > 4);
}

function isCapitalMonth(name: string, before: string, after: string): boolean {
  if (PREPOSITION.test(before)) return true;
  if (name.length <= 4 && !/^(?:June|July|May)$/.test(name)) return false;
  const verb = name === 'May' || name === 'March';
  if (OPENS.test(before)) return !verb || AFTER_MONTH.test(after);
  return name !== 'May' || !AFTER_VERB.test(after);
}

function isMonth({ text, lowerCased }: Searched, start: number, name: string): boolean {
  const before = text.slice(Math.max(0, start - 12), start);
  if (name === name.toLowerCase()) return isSmallMonth(name, before, lowerCased);
  const end = start + name.length;
  return isCapitalMonth(name, before, text.slice(end, end + 12));
}

/** Months without a day; the words may, march and august stay. */
export function months(searched: Searched): Finding[] {
  const { text } = searched;
  return allMatches(text, SHAPE, NAMED_MONTH).flatMap((match): Finding[] => {
    const [whole, prefix = '', name = '', year] = match;
    const start = match.index;
    const told = year !== undefined || prefix !== '';
    if (!told && !isMonth(searched, start, name)) return [];
    const note = /^since/i.test(prefix) ? { note: 'since' as const } : {};
    return [{ start, end: start + whole.length, class: 'date', ...note, sure: true }];
  });
}
