import { allMatches } from '../all-matches.ts';
import type { Finding } from '../finding.ts';
import type { Searched } from '../searched.ts';
import { WEEKDAY } from './calendar.ts';

const WORDS =
  'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth|thirty-first';
const FIGURES = '(?:3[01]|[12]?\\d)(?:st|nd|rd|th)';
const ON_THE = new RegExp(
  `\\b(?:on|by|until|till|til|since|from|before|after|around|for|week of|night of|morning of|as of|to|and) the (${FIGURES}|${WORDS})\\b`,
  'gi',
);
const NAMED_DAY = new RegExp(`\\b(${WEEKDAY},? (?:the )?${FIGURES})\\b`, 'gi');
/** After the day the sentence goes on; a noun there makes it a count: the 8th session. */
const GOES_ON =
  /^(?:$|[^\p{L}\p{N} '-]| (?:[^\p{L}]|(?:and|but|so|or|of|at|in|to|for|with|because|when|after|before|if|then|that|which|who|while|i|we|he|she|they|it|you|this|is|was|will|has|had|re|by|on|from|about|no|not|now|again|since|until|via|w)\b))/iu;
const GATE =
  /\d(?:st|nd|rd|th)\b|th\b(?<=(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|teen|tie)th)/i;
const COUNTS = /^ of (?!this|last|next|the month|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
/** First, second and third count things far more often than they name days. */
const COMMON = /^(?:first|second|third)$/i;
const NAMING = /^(?:on|by|until|till|since|week)/i;

function isDay(lead: string, day: string, after: string): boolean {
  if (!GOES_ON.test(after) || COUNTS.test(after)) return false;
  return /\d/.test(day) || (!COMMON.test(day) && NAMING.test(lead));
}

/** "on the 12th", "by the fifth", "Wed the 14th": days told by their number only. */
export function ordinalDays({ text }: Searched): Finding[] {
  if (!GATE.test(text)) return [];
  return [ON_THE, NAMED_DAY].flatMap((shape) =>
    allMatches(text, shape).flatMap(({ index, 0: whole, 1: day = '' }): Finding[] => {
      const end = index + whole.length;
      if (!isDay(whole, day, text.slice(end, end + 14))) return [];
      return [{ start: end - day.length, end, class: 'date', sure: true }];
    }),
  );
}
