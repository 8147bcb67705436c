import type { IdentifierClass } from '../../message.ts';
import { allMatches } from '../all-matches.ts';
import type { Finding } from '../finding.ts';
import type { Searched } from '../searched.ts';
import { isCode } from './codes.ts';

const SSN = /(?<![\p{L}\p{N}.,$£€-])#?\d{3}[- .]\d{2}[- .]\d{4}(?![\p{N}-])/gu;
/** All but the last four masked: xxx-xx-6789. */
const MASKED = /(?<!\w)[xX#]{3}-?[xX#]{2}-?\d{4}(?!\d)/g;
/** Groups of digits that belong together: 7730-2214-9, 78-410099, 4111 1111 1111 1111. */
const GROUPS =
  /(?<![\p{L}\p{N}.,:$£€/-])(?:\d{4}[ -]){2,4}\d{1,4}(?![\p{L}\p{N}])|(?<![\p{L}\p{N}.,:$£€/-])\d{2,6}-\d{2,}(?:-\d{1,}){0,4}(?![\p{L}\p{N}/])/gu;
/** British national insurance numbers. */
const INSURED = /\b[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/gi;
/** British and Canadian postcodes. */
const POSTCODE = /\b(?:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-CEGHJ-NPR-TVXY]\d[A-Z] \d[A-Z]\d)\b/g;
const SMALL_POSTCODE =
  /\b[a-z]{1,2}\d[a-z\d]? \d(?!am|pm|st|nd|rd|th|hr|yo|mg|ml|kg|cm|km|yr|wk)[a-z]{2}\b/g;
/** Court dockets: 2:24-cv-00881. */
const DOCKET = /\b\d{1,2}:\d{2}-[a-z]{2,3}-\d{3,6}\b/gi;
/** Seventeen signs, one more or less when mistyped. */
const VIN = /^(?=(?:.*\d){5})[A-Z0-9]{16,18}$/;
const AMOUNT =
  /^ ?(?:k\b|steps|words|pounds|dollars|euros|people|followers|miles|km|calories|kcal|bucks|quid|hours|minutes|times|years|%|subscribers|views|students|residents)/i;

/** Letters and digits as they occur in plain notes: 34F, 15yo, PHQ9, 100mg, 3rd, 1990s, 2x, B12. */
const EVERYDAY = [
  /^\d{1,4}(?:\.\d{1,2})?[a-z]{1,6}$/i,
  /^[a-z]{1,8}-?\d{1,2}[a-z]{0,3}$/i,
  /^[a-z]\d{1,2}-\d{1,2}$/i,
  /^\d{1,2}[:.h]\d{2}(?:am|pm|hrs?|h)?$/i,
  /^\d{1,3}(?:st|nd|rd|th)-\w{1,20}$/i,
  /^\d{1,3}-?[a-z]{1,12}(?:-[a-z]{1,12}){0,4}$/i,
  /^\d{1,4}(?:[/x+&-]\d{1,4}){1,3}[a-z]{0,8}$/i,
  /^[a-z]{1,12}(?:[-/][a-z]{1,12}){0,3}-?\d{1,2}$/i,
  /^[a-z]{1,20}\/[a-z]{1,20}\d{0,2}$/i,
  /^\d{1,3}%?[-/]\d{1,3}%?$/,
  /^(?:covid|sars)-?\d{2}$/i,
  /^[a-z]{2,8}-\d(?:-[a-z]{1,3})?$/i,
  /^(?:19|20)\d\d(?:s|ish)?(?:[-/](?:19|20)?\d\d)?$/i,
];

function kindOfDigits(run: string, after: string): IdentifierClass | null {
  return isCode(run.replace('#', '')) || AMOUNT.test(after) ? null : 'other_id';
}

function kindOfRun(run: string, after: string): IdentifierClass | null {
  if (/^#?\d{5,}$/.test(run)) return kindOfDigits(run, after);
  const digits = run.replace(/\D/g, '').length;
  if (digits < 2 || !/^(?=.*[a-z])[a-z0-9#/.-]{3,60}$/i.test(run)) return null;
  if (VIN.test(run)) return 'vehicle';
  if (isCode(run) || EVERYDAY.some((shape) => shape.test(run))) return null;
  return digits >= 3 || /^[A-Z0-9-]{5,}$/.test(run) ? 'other_id' : null;
}

function spans(text: string, shape: RegExp, kind: IdentifierClass): Finding[] {
  return allMatches(text, shape).map(({ index, 0: run }) => ({
    start: index,
    end: index + run.length,
    class: kind,
    sure: true,
  }));
}

/** Spans of years and of scores look like grouped digits but are none. */
function isGroup(run: string): boolean {
  const digits = run.replace(/\D/g, '').length;
  return digits >= 6 && !/^(?:19|20)\d\d[- ](?:19|20)?\d\d$/.test(run);
}

/** What no label announces: digit groups, long digit runs, letters mixed with digits, postcodes. */
export function bareNumbers({ text, chunks, hasDigit, lowerCased }: Searched): Finding[] {
  if (!hasDigit) return [];
  const found = [
    ...spans(text, SSN, 'ssn'),
    ...spans(text, MASKED, 'ssn'),
    ...spans(text, GROUPS, 'other_id').filter(({ start, end }) => isGroup(text.slice(start, end))),
    ...spans(text, INSURED, 'ssn'),
    ...spans(text, POSTCODE, 'location'),
    ...(lowerCased ? spans(text, SMALL_POSTCODE, 'location') : []),
    ...spans(text, DOCKET, 'other_id'),
  ];
  for (const { start, end, text: run } of chunks) {
    const kind = kindOfRun(run, text.slice(end, end + 14));
    if (kind) found.push({ start, end, class: kind, sure: true });
  }
  return found;
}
