import type { IdentifierClass } from '../../message.ts';
import type { Finding } from '../finding.ts';
import type { Searched } from '../searched.ts';
import { chunksWith } from './chunks.ts';

const SSN = /^#?\d{3}[- .]\d{2}[- .]\d{4}$/;
const GROUPED = /(?<![\p{L}\p{N}.,$£€-])#?\d{3}[- ]\d{2}[- ]\d{4}(?![\p{N}-])/gu;
/** Groups of digits and capitals that belong together: 7730-2214-9, 78-410099, 4111 1111 1111 1111. */
const GROUPS =
  /(?<![\p{L}\p{N}.,:$£€/-])(?:\d{4}[ -]){2,4}\d{1,4}(?![\p{L}\p{N}])|(?<![\p{L}\p{N}.,:$£€/-])\d{2,6}-\d{2,}(?:-\d{1,}){0,4}(?![\p{L}\p{N}/])/gu;
const POSTCODE = /\b(?:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-CEGHJ-NPR-TVXY]\d[A-Z] \d[A-Z]\d)\b/g;
const VIN = /^[A-Z0-9]{16,18}$/;

/** Treatment codes of five signs (CPT, HCPCS) and ICD codes may stand. */
function isCode(run: string): boolean {
  if (/^[A-TV-Z]\d{2}(?:\.[\dA-Z]{1,4})?$/.test(run)) return true;
  if (/^[GHT]\d{4}$/.test(run)) return true;
  const code = /^\d{5}$/.test(run) ? Number(run) : 0;
  return (
    (code >= 90785 && code <= 90899) ||
    (code >= 96105 && code <= 96171) ||
    (code >= 97151 && code <= 97158) ||
    (code >= 98000 && code <= 98016) ||
    (code >= 98966 && code <= 98968) ||
    (code >= 99202 && code <= 99499)
  );
}

const AMOUNT =
  /^ ?(?:k\b|steps|words|pounds|dollars|euros|people|followers|miles|km|calories|kcal|bucks|quid|hours|minutes|times|years|%|subscribers|views|students|residents)/i;

/** Letters and digits as they occur in plain notes: 34F, 15yo, PHQ9, 100mg, 3rd, 1990s, 2x, B12. */
const EVERYDAY = [
  /^\d{1,4}(?:\.\d{1,2})?[a-z]{1,6}$/i,
  /^[a-z]{1,8}-?\d{1,2}[a-z]{0,3}$/i,
  /^\d{1,2}[:.h]\d{2}(?:am|pm|hrs?|h)?$/i,
  /^\d{1,3}(?:st|nd|rd|th)-\w{1,20}$/i,
  /^\d{1,3}-?[a-z]{1,12}(?:-[a-z]{1,12}){0,4}$/i,
  /^\d{1,4}(?:[/x+&-]\d{1,4}){1,3}[a-z]{0,8}$/i,
  /^[a-z]{1,12}(?:[-/][a-z]{1,12}){0,3}-?\d{1,2}$/i,
  /^[a-z]+\/[a-z]+\d{0,2}$/i,
  /^\d{1,3}%?[-/]\d{1,3}%?$/,
  /^(?:covid|sars)-?\d{2}$/i,
  /^[a-z]{2,8}-\d(?:-[a-z]{1,3})?$/i,
  /^(?:19|20)\d\d(?:s|ish)?(?:[-/](?:19|20)?\d\d)?$/i,
];

function kindOfRun(run: string, after: string): IdentifierClass | null {
  if (SSN.test(run)) return 'ssn';
  const digits = run.replace(/\D/g, '').length;
  if (/^#?\d{5,}$/.test(run)) {
    if (isCode(run.replace('#', '')) || AMOUNT.test(after)) return null;
    return 'other_id';
  }
  if (digits < 2 || !/[a-z]/i.test(run) || !/^[a-z0-9#/.-]+$/i.test(run)) return null;
  if (VIN.test(run) && digits >= 5) return 'vehicle';
  if (isCode(run) || EVERYDAY.some((shape) => shape.test(run))) return null;
  return digits >= 3 || /^[A-Z0-9-]{5,}$/.test(run) ? 'other_id' : null;
}

function spans(text: string, shape: RegExp, kind: IdentifierClass): Finding[] {
  return [...text.matchAll(shape)].map(({ index, 0: run }) => ({
    start: index,
    end: index + run.length,
    class: kind,
    sure: true,
  }));
}

/** Years, dates and spans of scores look like grouped digits but are none. */
function isGroup(text: string, { start, end }: Finding): boolean {
  const run = text.slice(start, end);
  const digits = run.replace(/\D/g, '').length;
  return (
    digits >= 6 && !/^(?:19|20)\d\d[- ](?:19|20)?\d\d$/.test(run) && !/^\d{1,3}-\d{1,3}$/.test(run)
  );
}

/** What no label announces: digit groups, long digit runs, letters mixed with digits, postcodes. */
export function bareNumbers({ text, hasDigit }: Searched): Finding[] {
  if (!hasDigit) return [];
  const found = [
    ...spans(text, GROUPED, 'ssn'),
    ...spans(text, GROUPS, 'other_id').filter((finding) => isGroup(text, finding)),
    ...spans(text, POSTCODE, 'location'),
  ];
  for (const { start, end, text: run } of chunksWith(text, /\d/)) {
    const kind = kindOfRun(run, text.slice(end, end + 14));
    if (kind) found.push({ start, end, class: kind, sure: true });
  }
  return found;
}
