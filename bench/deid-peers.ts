import { sanitizePii } from '@cdssnc/sanitize-pii';
import { removePII } from '@coffeeandfun/remove-pii';
import { SyncRedactor } from '@dawn-analytics/redact-pii';
import type { Span } from './deid-measures.ts';

/** What the packages put in place of what they took out. */
const PLACEHOLDER =
  /\[[A-Z][^\]\n]{0,40}\]|\[[^\]\n]{2,40} removed\]|<[A-Z][A-Z_ ]{2,30}>|\b(?:PERSON_NAME|PHONE_NUMBER|EMAIL_ADDRESS|US_SOCIAL_SECURITY_NUMBER|CREDIT_CARD_NUMBER|STREET_ADDRESS|ZIPCODE|IP_ADDRESS|URL|USERNAME|PASSWORD|CREDENTIALS|DIGITS)\b|\*{3,}/;

/** Spans of `raw` that are missing from `redacted`: what stayed is found again, in order. */
function missing(raw: string, redacted: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const kept of redacted.split(new RegExp(PLACEHOLDER, 'g'))) {
    const at = raw.indexOf(kept, from);
    if (at === -1) continue;
    if (at > from) spans.push({ start: from, end: at });
    from = at + kept.length;
  }
  if (from < raw.length) spans.push({ start: from, end: raw.length });
  return spans;
}

const redactor = new SyncRedactor();

/** Packages of the npm registry that promise the same, each as a function from text to removed spans. */
export const PEERS: Readonly<Record<string, (text: string) => Span[]>> = {
  '@dawn-analytics/redact-pii': (text) => missing(text, redactor.redact(text)),
  '@coffeeandfun/remove-pii': (text) => missing(text, removePII(text)),
  '@cdssnc/sanitize-pii': (text) => missing(text, sanitizePii(text)),
};
