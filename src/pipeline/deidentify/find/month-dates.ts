import type { Finding } from '../finding.ts';
import type { Searched } from '../searched.ts';
import { DAY, dateOf, MONTH, monthOf, WEEKDAY, YEAR, yearOf } from './calendar.ts';

const LEAD = `(?:(?:(?:back )?in|since|last|next|this past|this) )?(?:(?:early|mid|late)[ -])?`;
const PART = '(?:(?:the )?(?:morning|afternoon|evening|night|week|weekend) of )?';
const NAMED_DAY = `(?:${WEEKDAY}\\.?,? )?`;

/** "15 March", "the 5th of May 1968", "morning of the 2nd of June". */
const DAY_FIRST = new RegExp(
  `\\b${PART}${NAMED_DAY}(?:the )?(${DAY})(?: day)?(?: of)?[ -](${MONTH})\\b\\.?(?:,? ?(?:of )?(${YEAR}))?(?!\\w)`,
  'gi',
);
/** "June 3", "Dec. 20", "Monday, June 10", "last March 14th, 2023". */
const MONTH_FIRST = new RegExp(
  `\\b(?:last |next |this )?${PART}${NAMED_DAY}(${MONTH})\\.?,? (?:the )?(${DAY})\\b(?:(?:,|,? of)? ?(${YEAR}))?(?![\\w%]|/\\d|:\\d)`,
  'gi',
);
/** "October 2022", "since November '22", "in early June", "back in Feb 2020". */
const MONTH_ONLY = new RegExp(
  `\\b(${LEAD})(${MONTH})(?:\\.(?= ))?(?:(?:,| of)? ?(${YEAR}))?(?![\\w'-]|\\.\\w)`,
  'gi',
);
const COUNTED =
  /^ ?(?:sessions?|minutes?|mins?|hours?|weeks?|people|clients|points?|times|percent|mg|out of)\b/i;

/** Months that are words or names too. */
const WORDS = new Set([
  'may',
  'march',
  'mar',
  'august',
  'dec',
  'jan',
  'sep',
  'apr',
  'april',
  'june',
  'nov',
  'oct',
  'sept',
  'aug',
  'jun',
  'jul',
  'feb',
]);
const PREPOSITION =
  /\b(?:in|since|until|till|til|by|from|before|after|during|last|next|this|around|about|of|for|through|thru|between|late|early|mid|end|over|to|every|each|past|and|or|both)[ -]$/i;
/** What follows the verb "may", the verb "march", or a person called April. */
const VERB_MAY =
  /^ (?:i|you|we|he|she|they|it|be|not|have|also|well|need|even|or|never|just|still|want|feel|help|this|that|there|the|my|your|his|her|their|god)\b/i;

function find(text: string, shape: RegExp, day: number, month: number): Finding[] {
  const found: Finding[] = [];
  for (const match of text.matchAll(shape)) {
    const end = match.index + match[0].length;
    const name = match[month] ?? '';
    if (COUNTED.test(text.slice(end, end + 12))) continue;
    if (/^(?:may|mar|march)$/.test(name) && isVerb(text, match.index, match[0])) continue;
    const when = dateOf(yearOf(match[3]), monthOf(name), Number.parseInt(match[day] ?? '', 10));
    found.push({ start: match.index, end, class: 'date', when, sure: true });
  }
  return found;
}

/** "she may 2 or 3 times", "march 5 people out": a small-letter may or march needs a sign of a date. */
function isVerb(text: string, start: number, run: string): boolean {
  return (
    !/\d(?:st|nd|rd|th)|(?:19|20)\d\d|^\d/.test(run) &&
    !PREPOSITION.test(lead(text, start)) &&
    !/\bon $/i.test(lead(text, start))
  );
}

const lead = (text: string, start: number) => text.slice(Math.max(0, start - 12), start);

function isMonth(
  text: string,
  start: number,
  name: string,
  prefix: string,
  year: boolean,
  lowerCased: boolean,
): boolean {
  if (year || prefix.trim() !== '') return true;
  const before = lead(text, start);
  const small = name === name.toLowerCase();
  if (PREPOSITION.test(before))
    return !(small && name === 'may' && /\b(?:and|or|to|about|this|that) $/i.test(before));
  if (small) return !WORDS.has(name) && (lowerCased || name.length > 4);
  if (name.length <= 4 && name !== 'June' && name !== 'July' && name !== 'May') return false;
  const opens = /(?:^|[.?!:"(\n]\s{0,3}"?)$/.test(before);
  if (!opens)
    return name === 'May'
      ? !VERB_MAY.test(text.slice(start + name.length, start + name.length + 8))
      : true;
  return name !== 'May' && name !== 'March';
}

function months({ text, lowerCased }: Searched): Finding[] {
  const found: Finding[] = [];
  for (const match of text.matchAll(MONTH_ONLY)) {
    const [whole, prefix = '', name = '', year] = match;
    const start = match.index;
    if (!isMonth(text, start + prefix.length, name, prefix, year !== undefined, lowerCased))
      continue;
    const note = /^since/i.test(prefix) ? { note: 'since' as const } : {};
    found.push({ start, end: start + whole.length, class: 'date', ...note, sure: true });
  }
  return found;
}

/** Dates that name a month, with or without the day; the words may, march and august stay. */
export function monthDates(searched: Searched): Finding[] {
  if (!/jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i.test(searched.text)) return [];
  const dated = searched.hasDigit
    ? [...find(searched.text, DAY_FIRST, 1, 2), ...find(searched.text, MONTH_FIRST, 2, 1)]
    : [];
  const covered = (finding: Finding) =>
    dated.some(({ start, end }) => finding.start < end && start < finding.end);
  return [...dated, ...months(searched).filter((finding) => !covered(finding))];
}
