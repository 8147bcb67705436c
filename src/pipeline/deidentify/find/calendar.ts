/** Month names and their short forms as a pattern; the word "may" needs a context of its own. */
export const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
export const WEEKDAY =
  '(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)s?';
/** A month as a word of its own; nearly every text without one has no date either. */
export const NAMED_MONTH = new RegExp(`\\b${MONTH}(?![a-z])`, 'i');
export const YEAR = "(?:(?:19|20)\\d\\d|'\\d\\d)";
export const DAY = '(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?';

const STEMS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Number of the month a name or short form stands for, from 1; 0 when it is none. */
export function monthOf(name: string): number {
  return STEMS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** Full year of two or four digits, with or without an apostrophe: '22 → 2022, 88 → 1988. */
export function yearOf(digits: string | undefined): number | undefined {
  const year = Number(digits?.replace(/\D/g, ''));
  if (!digits || Number.isNaN(year)) return undefined;
  if (year >= 100) return year;
  return year > 40 ? 1900 + year : 2000 + year;
}

/** Date parts with the year left out where it is not told. */
export function dateOf(year: number | undefined, month: number, day: number) {
  return year === undefined ? { month, day } : { year, month, day };
}
