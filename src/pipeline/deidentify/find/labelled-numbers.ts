import type { IdentifierClass } from '../../message.ts';
import type { Finding } from '../finding.ts';
import type { Searched } from '../searched.ts';

interface Label {
  readonly shape: RegExp;
  readonly class: IdentifierClass;
  /** The label alone makes a value of two digits an identifier. */
  readonly strong: boolean;
}

const label = (words: string, kind: IdentifierClass, strong: boolean): Label => ({
  shape: new RegExp(`\\b(?:${words})`, 'gi'),
  class: kind,
  strong,
});

const LABELS: readonly Label[] = [
  label(
    'ssn|social security|social(?= (?:is|ends|ending|number|#|last))|soc sec|national insurance|ni(?: number| no\\b)|sin(?: number| #)|itin|tax id|tin(?: number| #)',
    'ssn',
    true,
  ),
  label(
    'mrn|mr #|medical record|chart|hospital (?:number|no|id)|patient (?:id|number|no\\b)|client (?:id|number|no\\b)|emr (?:id|number)|ehr (?:id|number)|nhs (?:number|no\\b)|unit number|encounter|record (?:number|no\\b|#|id)|rio (?:number|id)|systmone',
    'mrn',
    true,
  ),
  label(
    'medicaid|medicare|mbi\\b|policy|plan id|plan number|plan no\\b|member(?: id| number| no\\b|ship| #|:)|subscriber|insurance (?:id|number|no\\b|card|#)|beneficiary|bcbs\\w{0,4}|blue cross|aetna|cigna|humana|uhc\\b|united ?healthcare|tricare|kaiser|bupa|axa|health ?plan|payer id|group (?:number|no\\b|#|id)|authorization|authorisation|auth(?: #| number| no\\b| code)|pre-?auth|superbill',
    'healthplan',
    false,
  ),
  label(
    'account|acct|a\\/c|card|visa|mastercard|amex|iban|sort code|routing|aba\\b|bank(?= (?:number|no|details))|cheque|check (?:number|no\\b|#)|venmo id|invoice|receipt|transaction|debit|ending(?: in)?|ends in|last four|last 4',
    'account',
    false,
  ),
  label(
    "licen[cs]e|lic\\b|npi\\b|dea\\b|registration (?:number|no\\b|#)|reg(?:istration)?\\.? (?:no|number)|hcpc\\b|gmc\\b|nmc\\b|bacp\\b|ukcp\\b|certificate|cert (?:no|number|#)|credential|badge|permit|driver'?s|pin number",
    'license',
    true,
  ),
  label(
    'vin\\b|chassis|plates?\\b|license plate|number plate|licen[cs]e plate|tags?(?= (?:number|no|#|is|[A-Z0-9]{2,4}[ -]?[A-Z0-9]{2,4}))|rego\\b|reg\\b|vehicle (?:reg|id|number)|registered (?:as|plate)',
    'vehicle',
    true,
  ),
  label(
    'serial|s\\/n|sn\\b|udi\\b|imei|device (?:id|number|no\\b|#|serial)|model (?:no\\b|number|#)|lot (?:no\\b|number|#)|kit (?:no\\b|number|#|id)|pump id|implant (?:id|no\\b|number|card)|pacemaker|mac address|asset tag|tablet id|part (?:no\\b|number|#)',
    'device',
    true,
  ),
  label(
    'fingerprints?|palm ?print|retina(?:l)?(?: scan)?|iris(?: scan)?|voice ?print|face ?id|biometric|template',
    'biometric',
    true,
  ),
  label(
    'docket|case|claim|passport|visa (?:no\\b|number|#)|inmate|prisoner|booking|warrant|cause no|indictment|incident|report (?:no\\b|number|#)|police report|petition|alien|a-number|green card|student id|student (?:no\\b|number|#)|employee(?: id| number| #)?|staff id|personnel|id(?: card)?(?: number| no\\b|#|:| is| card)?|ref(?:erence)?(?: number| no\\b|#|:)?|confirmation|ticket|order (?:no\\b|number|#)|tracking|prescription|rx (?:no\\b|number|#)|application|serial number|locker|prn no|urn|upn|uln|no\\.|number|code|pin\\b|group',
    'other_id',
    false,
  ),
];

/** Between a label and its value: "no.", "#", "is", "ending in", brackets. */
const VALUE =
  /^(?:[ :#=.(,"'-]|\b(?:no|num|number|nos|id|ids|is|was|are|ending|ends|in|as|card|code|the|reads?|shows?|ref|lic|record|template|last|four|digits|on file|reader|stores|his|her|their|under|file|scan|hash|account|policy|member|group|serial|plate|badge|docket|claim|case)\b\.?){0,14}([A-Z]{0,6}[ -]?[A-Z0-9]*\d[A-Z0-9]*(?:[-/. ]{1,3}(?=[A-Z0-9]{0,6}\d)[A-Z0-9]+){0,5})(?![\w])/i;

const UNIT =
  /^ ?(?:%|sessions?|minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|mos?|years?|yrs?|times|points?|people|clients?|patients?|kids|children|mg|ml|pages?|am\b|pm\b|out of|of \d|\/ ?\d)/i;

function isValue(value: string, strong: boolean, after: string): boolean {
  const digits = value.replace(/\D/g, '').length;
  if (UNIT.test(after)) return false;
  if (/^(?:19|20)\d\d$/.test(value) && !strong) return false;
  if (/^\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?$/.test(value)) return false;
  if (strong) return digits >= 2 && value.length >= 3;
  return digits >= 4 || (digits >= 3 && /[A-Z]/.test(value)) || (digits >= 3 && /[-/]/.test(value));
}

/** Where the value really starts: words in small letters before the first digit are no part of it. */
function startOf(value: string): number {
  const lead = /^[a-z]{1,6}[ -]/.exec(value);
  return lead ? lead[0].length : 0;
}

function valueAfter(
  text: string,
  at: number,
  strong: boolean,
): { start: number; end: number } | null {
  const rest = text.slice(at, at + 90);
  const match = VALUE.exec(rest);
  const value = match?.[1];
  if (!match || value === undefined) return null;
  const tail = /^(?:[-/][A-Z0-9]{1,12}){1,4}/i.exec(
    text.slice(at + match[0].length, at + match[0].length + 40),
  );
  const end = at + match[0].length + (tail?.[0].length ?? 0);
  const skip = startOf(value);
  if (!isValue(value.slice(skip), strong, text.slice(end, end + 14))) return null;
  const start = at + match[0].length - value.length + skip;
  return { start: text[start - 1] === '#' ? start - 1 : start, end };
}

/** Numbers that a label beside them makes an identifier: record, policy, account, licence, plate … */
export function labelledNumbers({ text, hasDigit }: Searched): Finding[] {
  if (!hasDigit) return [];
  const found: Finding[] = [];
  for (const { shape, class: kind, strong } of LABELS) {
    for (const match of text.matchAll(shape)) {
      const span = valueAfter(text, match.index + match[0].length, strong);
      if (span) found.push({ ...span, class: kind, sure: true });
    }
  }
  return found;
}
