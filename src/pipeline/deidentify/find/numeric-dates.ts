import { allMatches } from '../all-matches.ts';
import type { Finding } from '../finding.ts';
import type { Searched } from '../searched.ts';
import { dateOf, yearOf } from './calendar.ts';

const ISO =
  /(?<![\w./-])((?:19|20)\d\d)[-/.](0?[1-9]|1[0-2])[-/.](0?[1-9]|[12]\d|3[01])(?![\d/-])/g;
const FULL = /(?<![\w./-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d|\d\d)(?![\d/-]|\.\d)/g;
const SHORT = /(?<![\w.,/:$£€-])(\d{1,2})([/-])(\d{1,2})(?![\w%/+]|[-.,]\d|-\w)/g;

/** Words that announce a date right before it. */
const ANNOUNCED =
  /\b(?:on|since|until|till|til|by|dated|dob|born|d\.o\.b|date|between|effective|due|contact|appt|appointment|scheduled|booked|seen|starting|ending|thru|through|before|after|around|circa|of|w\/c|wc|w\/e|mon|tues?|wed|weds|thurs?|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|hearing|court|discharged|admitted|session|intake|visit|week|(?:appt|appointment|session|hearing|anniversary|birthday|visit|intake|discharge|deadline|court|meeting|birth|admission)(?: (?:after|before|date))? (?:is|was|will be)|(?:is|was) (?:due|born|seen|set for|booked for))\.?,?:? {0,2}(?:the )?\(?$/i;
/** Words that announce a score. */
const SCORED =
  /(?:\b(?:rate[sd]?|rating|ranks?|scored?|scale|mood|pain|anxiety|suds?|voc|level|urges?|distress|intensity|score|about an?|around an?|at an?|was an?|of an?|is an?|at|to|from|now|hits?|maybe|gives?|gave|says|said|put|puts|went|goes|down|up|solid|like an?|depression|energy|sleep|motivation|confidence|safety|craving|cravings|anger)\b(?: (?:it|her|him|them|themselves|at|the|hour|as)){0,4}|[=~>]) {0,2}$/i;
/** What is counted or shared out after a fraction. */
const FRACTION =
  /^ ?(?:nights?|days?|weeks?|times?|of\b|sessions?|classes|people|groups?|meetings|attended|months?|hours?|way|dysregul|custody|split|doses|visits|meals|appointments|weekends|thirds?|full|empty|cup|pint|mile|custody)/i;
const USUAL = new Set([
  '24/7',
  '50/50',
  '9/11',
  '1/2',
  '1/3',
  '2/3',
  '1/4',
  '3/4',
  '7/7',
  '60/40',
  '80/20',
  '70/30',
  '12/12',
  '7/11',
]);

const NEUTRAL_LEAD = /\b(?:the|from|and|last|next|call|letter|email|text|until) $/i;
const GOES_ON = /^(?:[.,;)]|$| (?:and|at|she|he|they|we|i|but|when|re)\b)/i;

function isDay(first: number, second: number): boolean {
  const day = Math.max(first, second);
  const month = Math.min(first, second);
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** With a hyphen a span of numbers is likelier than a date: "on 10-21" against "10-15 minutes". */
function isHyphened(before: string, after: string): boolean {
  if (!/\b(?:on|since|dated|dob|born|until|by) (?:the )?$/i.test(before)) return false;
  return !/^ ?(?:min|sess|hour|week|month|year|people|%)/i.test(after);
}

/** Numbers that fit a date better than a score, with nothing around that says so. */
function looksLikeDate(first: string, second: string, before: string, after: string): boolean {
  if (/^0/.test(first) || /^0/.test(second)) return true;
  if (Number(first) > 12 || Number(second) > 12) return Number(first) <= 12 || Number(second) <= 12;
  if (SCORED.test(before) || Number(first) > Number(second)) return false;
  return NEUTRAL_LEAD.test(before) && GOES_ON.test(after);
}

/** Tells a date from a score or a share by its numbers and the words around it. */
function isShortDate(text: string, match: RegExpMatchArray, start: number): boolean {
  const [run, first = '', mark, second = ''] = match;
  const before = text.slice(Math.max(0, start - 40), start);
  const after = text.slice(start + run.length, start + run.length + 16);
  if (!isDay(Number(first), Number(second)) || FRACTION.test(after)) return false;
  if (mark === '-') return isHyphened(before, after);
  if (/^(?:24\/7|50\/50|9\/11)$/.test(run)) return false;
  if (ANNOUNCED.test(before) && !SCORED.test(before)) return true;
  if (USUAL.has(run) || /^(?:5|7|10|20)$/.test(second)) return false;
  return looksLikeDate(first, second, before, after);
}

/** Day and month of a numeric date where its numbers leave no doubt which is which. */
function readParts(first: number, second: number, year: string | undefined) {
  if (first > 12 && second <= 12) return { when: dateOf(yearOf(year), second, first) };
  if (second > 12 && first <= 12) return { when: dateOf(yearOf(year), first, second) };
  return first === second && first > 0 ? { when: dateOf(yearOf(year), first, first) } : {};
}

/** Dates in figures; scores (8/10), shares (3/7 nights) and idioms (24/7) stay. */
export function numericDates({ text, hasDigit }: Searched): Finding[] {
  if (!hasDigit) return [];
  const found: Finding[] = [];
  for (const match of allMatches(text, ISO)) {
    const [run, year, month, day] = match;
    const when = dateOf(yearOf(year), Number(month), Number(day));
    found.push({
      start: match.index,
      end: match.index + run.length,
      class: 'date',
      when,
      sure: true,
    });
  }
  for (const match of allMatches(text, FULL)) {
    const [run, first = '', , second = '', year] = match;
    if (!isDay(Number(first), Number(second))) continue;
    const parts = readParts(Number(first), Number(second), year);
    found.push({
      start: match.index,
      end: match.index + run.length,
      class: 'date',
      ...parts,
      sure: true,
    });
  }
  for (const match of allMatches(text, SHORT)) {
    if (!isShortDate(text, match, match.index)) continue;
    const parts = readParts(Number(match[1]), Number(match[3]), undefined);
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      class: 'date',
      ...parts,
      sure: true,
    });
  }
  return found;
}
