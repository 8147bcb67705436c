import type { IdentifierClass } from '../../message.ts';

/** What a label makes of the number after it; `strong` labels need only two digits. */
export interface NumberLabel {
  readonly class: IdentifierClass;
  readonly strong: boolean;
}

const KINDS: readonly (readonly [IdentifierClass, boolean, string])[] = [
  [
    'ssn',
    true,
    'ssn|social security|social|soc sec|national insurance|ni (?:number|no)|sin (?:number|#)|itin|tax id|tin (?:number|#)',
  ],
  [
    'mrn',
    true,
    'mrn|mr ?#|medical record|chart|hospital (?:number|no|id)|patient (?:id|number|no)|client (?:id|number|no)|[er]hr (?:id|number)|nhs (?:number|no)|unit number|encounter|record (?:number|no|#|id)|rio (?:number|id)|systmone',
  ],
  [
    'healthplan',
    false,
    'medicaid|medicare|mbi|policy|plan (?:id|number|no)|member(?:ship)?|subscriber|insurance|beneficiary|bcbs\\w{0,4}|blue cross|aetna|cigna|humana|uhc|united ?healthcare|tricare|kaiser|bupa|axa|health ?plan|payer|authori[sz]ation|auth|pre-?auth|superbill|new card',
  ],
  [
    'account',
    true,
    '(?:ending|ends|finishing)(?: in| with)?|last (?:four|4)(?: digits)?(?: of [\\w ]{2,20})?|iban|sort code|routing|aba',
  ],
  [
    'account',
    false,
    'account|acct|a\\/c|card|visa|mastercard|amex|bank|cheque|check (?:number|no|#)|venmo|invoice|receipt|transaction|debit',
  ],
  [
    'vehicle',
    true,
    'vin|chassis|(?:licen[cs]e |number )?plates?|tags?|rego|reg|vehicle(?: reg| id| number)?',
  ],
  [
    'license',
    true,
    "licen[cs]e|lic|npi|dea|registration|hcpc|gmc|nmc|bacp|ukcp|certificate|cert|credential|badge|permit|driver'?s",
  ],
  [
    'device',
    true,
    'serial|s\\/n|sn|udi|imei|device|model|lot|kit|pump|implant|pacemaker|mac address|asset tag|tablet|part',
  ],
  [
    'biometric',
    true,
    'finger ?prints?|palm ?print|retinal?(?: scan)?|iris(?: scan)?|voice ?print|face ?id|biometric|template',
  ],
  [
    'other_id',
    true,
    'docket|passport|inmate|prisoner|booking|warrant|cause no|indictment|police report|green card|a-number|student id|employee id|staff id|locker|urn|upn|uln|prn no|pin number',
  ],
  [
    'other_id',
    false,
    'case|claim|incident|report|petition|alien|student|employee|personnel|id|ref(?:erence)?|confirmation|ticket|order|tracking|prescription|rx|application|number|no|code|pin|group|file',
  ],
];

/** Between a label and its value: "no.", "#", "is", "ending in", brackets. */
const FILLER =
  '(?:[ :#=.(,"\'-]|\\b(?:no|num|number|nos|ids?|is|was|are|in|as|card|code|the|reads?|shows?|ref|lic|record|template|four|digits|on file|reader|stores|his|her|their|under|file|scan|hash|account|policy|member|group|serial|plates?|badge|docket|claim|case|ending|ends|appointment)\\b){0,14}$';

const LABELS = KINDS.map(([kind, strong, words]) => ({
  shape: new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}])${FILLER}`, 'iu'),
  label: { class: kind, strong },
}));

/** Any label word at all: a cheap look that spares most numbers the rest. */
const SOME = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${KINDS.map(([, , words]) => words).join('|')})(?![\\p{L}])`,
  'iu',
);

/** The label that ends right before a value, if there is one; `before` is a short stretch of text. */
export function labelBefore(before: string): NumberLabel | null {
  if (!SOME.test(before)) return null;
  return LABELS.find(({ shape }) => shape.test(before))?.label ?? null;
}
