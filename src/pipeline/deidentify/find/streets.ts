import { allMatches } from '../all-matches.ts';
import type { Finding } from '../finding.ts';
import type { Searched } from '../searched.ts';

const SUFFIX =
  '(?:street|str?|avenue|ave?|road|rd|lane|ln|drive|dr|court|ct|boulevard|blvd|place|pl|terrace|ter|way|circle|cir|close|crescent|cres|gardens?|grove|square|sq|parkway|pkwy|highway|hwy|trail|trl|loop|row|mews|walk|hill|view|rise|alley|pike|turnpike|plaza|quay|parade|green|wharf|esplanade|strasse|straße|rue|calle|bank|mews|wynd|brae|vale|fold|croft|garth|meadows?|lodge|villas?|cottages?)';
const UNIT =
  '(?:,? (?:apt|apartment|unit|suite|ste|flat|floor|fl|rm|room|bldg|building|lot|#) ?\\.?#? ?[\\w-]{1,6}|,? #[\\w-]{1,6})';
const NUMBERED = new RegExp(
  `(?<![\\w.,/$£€-])(?:(?:flat|apt|apartment|unit) [\\w-]{1,5},? )?\\d{1,6}[a-z]?(?:-\\d{1,5})? (?:(?:n|s|e|w|ne|nw|se|sw|north|south|east|west)\\.? )?(?:[\\p{L}\\d.'-]{1,24} ){1,4}${SUFFIX}\\b(?:(?<=\\b(?:st|ave?|rd|ln|dr|ct|blvd|pl|ter|cir|sq|hwy|pkwy|str))\\.)?${UNIT}?`,
  'giu',
);
/** What every such address holds, sought from the last digit of its number on. */
const NUMBERED_GATE = new RegExp(
  `\\d[a-z]? (?:(?:n|s|e|w|ne|nw|se|sw|north|south|east|west)\\.? )?(?:[\\p{L}\\d.'-]{1,24} ){1,4}${SUFFIX}\\b`,
  'iu',
);
const FOREIGN =
  /(?<![\w])(?:rue|calle|via|avenida|plaza) (?:(?:de|la|del|di|des|du) ){0,3}\p{Lu}[\p{L}'-]{1,24}(?:,? \d{1,5})?/gu;
const BOX = /\bP\.? ?O\.? ?Box \d{1,6}\b/gi;
const ROADS =
  '\\b(?:route|rte\\.?|highway|hwy\\.?|interstate|i-|us-|junction|jct|exit|county road|state road|sr-|motorway m|the m(?=\\d)|the a(?=\\d{2}))[ -]?';
const ROUTE = new RegExp(`${ROADS}\\d{1,4}[A-Z]?\\b`, 'gi');
/** A numbered road, sought from its first digit back. */
const ROUTE_GATE = new RegExp(`\\d(?<=${ROADS}\\d)`, 'i');
/** Words that turn "5 minutes down the road" into no address. */
const NO_NAME =
  /^\d{1,6}[a-z]?(?:st|nd|rd|th)?(?:-\d{1,5})? (?:[\p{L}\d.'-]{1,24} ){0,3}?(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|yrs?|sessions?|times?|miles?|blocks?|of|in|on|to|the|a|an|and|or|her|his|my|their|our|it|is|was|that|this|with|for|by|at|from|we|she|he|they|i|yo|y\/o|people|kids|men|women|points?|steps?|year|different|other|more|long|short|way|pm|am|down)\b/iu;

function spans(found: readonly RegExpExecArray[]): Finding[] {
  return found.map(({ index, 0: run }) => ({
    start: index,
    end: index + run.length,
    class: 'location',
    sure: true,
  }));
}

/** Numbered street addresses in any case, post boxes, numbered roads. */
export function streets({ text, hasDigit }: Searched): Finding[] {
  if (!hasDigit) return [];
  return [
    ...spans(allMatches(text, NUMBERED, NUMBERED_GATE).filter(({ 0: run }) => !NO_NAME.test(run))),
    ...spans(allMatches(text, FOREIGN)),
    ...spans(allMatches(text, BOX)),
    ...spans(allMatches(text, ROUTE, ROUTE_GATE)),
  ];
}
