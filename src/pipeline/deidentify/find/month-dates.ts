import { allMatches } from '../all-matches.ts';
import type { Finding } from '../finding.ts';
import type { Searched } from '../searched.ts';
import { DAY, dateOf, MONTH, monthOf, WEEKDAY, YEAR, yearOf } from './calendar.ts';

const PART =
  '(?:(?:the )?(?:morning|afternoon|evening|night|(?:(?:first|last|second|third|final) )?week(?:end)?) of )?';
const NAMED_DAY = `(?:${WEEKDAY}\\.?,? )?`;
/** "15 March", "the 5th of May 1968", "morning of the 2nd of June". */
const DAY_FIRST = new RegExp(
  `\\b${PART}${NAMED_DAY}(?:the )?(${DAY})(?: day)?(?: of)?[ -](${MONTH})\\b(?:\\.?,? ?(?:of )?(${YEAR}))?(?!\\w)`,
  'gi',
);
/** "June 3", "Dec. 20", "Monday, June 10", "last March 14th, 2023". */
const MONTH_FIRST = new RegExp(
  `\\b(?:last |next |this )?${PART}${NAMED_DAY}(${MONTH})\\.?,? (?:the )?(${DAY})\\b(?:(?:,|,? of)? ?(${YEAR}))?(?![\\w%]|/\\d|:\\d)`,
  'gi',
);
const COUNTED =
  /^ ?(?:sessions?|minutes?|mins?|hours?|weeks?|people|clients|points?|times|percent|mg|out of)\b/i;
const BEFORE_DATE =
  /\b(?:in|on|since|until|till|til|by|from|before|after|during|last|next|this|around|of|for|through|between|late|early|mid|end|over|every|each|past|and|or) $/i;
/** The core of both shapes, sought from its first digit on. */
const GATE = new RegExp(
  `\\d(?:(?:st|nd|rd|th)?(?: day)?(?: of)?[ -]${MONTH}\\b|(?<=\\b${MONTH}\\.?,? (?:the )?\\d))`,
  'i',
);

/** "she may 2 or 3 times", "march 5 people out": small-letter verbs without a sign of a date. */
function isVerb(text: string, start: number, run: string, name: string): boolean {
  if (!/^(?:may|mar|march)$/.test(name)) return false;
  if (/\d(?:st|nd|rd|th)|(?:19|20)\d\d|^\d/.test(run)) return false;
  return !BEFORE_DATE.test(text.slice(Math.max(0, start - 12), start));
}

function find(text: string, shape: RegExp, day: number, month: number): Finding[] {
  return allMatches(text, shape).flatMap((match): Finding[] => {
    const [run] = match;
    const end = match.index + run.length;
    const name = match[month] ?? '';
    if (COUNTED.test(text.slice(end, end + 12)) || isVerb(text, match.index, run, name)) return [];
    const when = dateOf(yearOf(match[3]), monthOf(name), Number.parseInt(match[day] ?? '', 10));
    return [{ start: match.index, end, class: 'date', when, sure: true }];
  });
}

/** Dates that name a month and a day. */
export function monthDates({ text, hasDigit }: Searched): Finding[] {
  if (!hasDigit || !GATE.test(text)) return [];
  return [...find(text, DAY_FIRST, 1, 2), ...find(text, MONTH_FIRST, 2, 1)];
}
