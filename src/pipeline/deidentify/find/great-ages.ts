import { allMatches } from '../all-matches.ts';
import type { Finding } from '../finding.ts';
import type { Searched } from '../searched.ts';

const ONES = 'one|two|three|four|five|six|seven|eight|nine';
const AGE = `(?:9\\d|1[01]\\d|ninety(?:[ -](?:${ONES}))?|a hundred(?: and (?:${ONES}))?|one hundred(?: and (?:${ONES}))?)`;
const UNIT = '(?:[ -]?(?:years?|yrs?|yr)[ -]?(?:olds?|of age|young)|[ -]?y\\/?o\\b|[ -]?yo\\b)';
const WITH_UNIT = new RegExp(`\\b${AGE}${UNIT}|\\b9\\d ?[MF]\\b`, 'gi');
const AGED = new RegExp(
  `\\b(?:aged?|age of|age:|turn(?:s|ed|ing)?|at the age of|nearly|almost|just|she's|he's|(?:she|he|who|mother|father|mom|mum|dad|grandmother|grandfather|grandma|grandpa|nan|gran|aunt|uncle|client|patient|husband|wife) (?:is|was|will be|would be)(?: (?:now|nearly|almost|already|only|about))?) (${AGE})\\b(?! ?(?:%|percent|points?|minutes?|mins?|hours?|days?|weeks?|months?|pounds?|lbs?|kg|sessions?|mg|out of|miles?|degrees|times|\\/)|\\.\\d|\\d)`,
  'gi',
);
const BRACKETED = /(?<=\p{L} )\((9\d|1[01]\d)(?=[),;]| ?[MF]\b)/giu;
const BETWEEN_COMMAS =
  /(?<=\p{L}, )(9\d|1[01]\d)(?=, (?:\p{L}|he|she|who|in|of|with)|\.\s|[MF]\b)/gu;

/** Ages over 89, in figures or words; younger ages stay. */
export function greatAges({ text }: Searched): Finding[] {
  if (!/9\d|1[01]\d|[nN]inet|[hH]undred/.test(text)) return [];
  const found: Finding[] = [];
  for (const { index, 0: run } of allMatches(text, WITH_UNIT)) {
    found.push({ start: index, end: index + run.length, class: 'age90', sure: true });
  }
  for (const shape of [AGED, BRACKETED, BETWEEN_COMMAS]) {
    for (const match of allMatches(text, shape)) {
      const end = match.index + match[0].length;
      found.push({ start: end - (match[1]?.length ?? 0), end, class: 'age90', sure: true });
    }
  }
  return found;
}
