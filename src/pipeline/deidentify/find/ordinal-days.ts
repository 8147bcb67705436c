import type { Finding } from '../finding.ts';
import type { Searched } from '../searched.ts';
import { WEEKDAY } from './calendar.ts';

const WORDS =
  'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth|thirty-first';
const FIGURES = '(?:3[01]|[12]?\\d)(?:st|nd|rd|th)';
const ON_THE = new RegExp(
  `\\b((?:on|by|until|till|til|since|from|before|after|around|for|week of|night of|morning of|as of|to|and) the )(${FIGURES}|${WORDS})\\b`,
  'gi',
);
const NAMED = new RegExp(`\\b(${WEEKDAY},? )(?:the )?(${FIGURES})\\b`, 'gi');
/** A noun after the number makes it a count: the 8th session, the 4th floor. */
const NOUN_FOLLOWS =
  /^(?: (?!and\b|but\b|so\b|or\b|of\b|at\b|in\b|to\b|for\b|with\b|because\b|when\b|after\b|before\b|if\b|then\b|that\b|which\b|who\b|while\b|i\b|we\b|he\b|she\b|they\b|it\b|you\b|this\b|is\b|was\b|will\b|has\b|had\b|re\b|by\b|on\b|from\b|about\b|she's\b|he's\b|no\b|not\b|now\b|again\b|since\b|until\b|via\b|w\b|w\/)[\p{L}]|[-'])/iu;
const OF_COUNT =
  /^ of (?!this|last|next|the month|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/** "on the 12th", "by the third", "Wed the 14th": days told by their number only. */
export function ordinalDays({ text }: Searched): Finding[] {
  const found: Finding[] = [];
  for (const shape of [ON_THE, NAMED]) {
    for (const match of text.matchAll(shape)) {
      const [whole, lead = '', day = ''] = match;
      const end = match.index + whole.length;
      const after = text.slice(end, end + 14);
      if (NOUN_FOLLOWS.test(after) || OF_COUNT.test(after)) continue;
      if (!/\d/.test(day) && /^(?:first|second|third)$/i.test(day)) continue;
      if (!/\d/.test(day) && !/^(?:on|by|until|since|week)/i.test(lead)) continue;
      const start = shape === NAMED ? match.index : end - day.length;
      found.push({ start, end, class: 'date', sure: true });
    }
  }
  return found;
}
