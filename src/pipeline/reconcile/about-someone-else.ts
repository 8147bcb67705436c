import { clauses } from '../text/clauses.ts';
import type { Span } from '../text/span.ts';

const OWNED = "(?:his|her|their|a|an|another|\\w{1,20}['’]s|(?:my|our|the)(?: \\w{1,20}['’]s)?)";
const KIND =
  '(?:own |older |younger |big |little |new |old |previous |former |last |late |ex[- ]?){0,2}';
const PERSON =
  '(?:husband|wife|spouse|partner|boyfriend|girlfriend|fiancée?|ex|mother|father|mum|mom|mam|dad|parents?|step(?:mother|father|mum|dad)|brother|sister|son|daughter|grand(?:mother|father|ma|pa)|gran|nan|aunt|uncle|cousin|in-laws|friends?|flatmate|boss|manager|colleagues?|employer|teacher|tutor|gp|doctor|psychiatrist|dietician|sponsor|supervisor|consultant|landlord|neighbour|carer|insurer|case ?worker|social worker|therapist)';
const OPENING = '(?:and|but|so|when|while|because|since|that|then|or|also|yes|though|although)';
const OTHER = new RegExp(`^(?:${OPENING} ){0,2}${OWNED} ${KIND}${PERSON}\\b(?!['’]s? )`, 'i');
const NAMED_OTHER = /^\[(?!client\b|patient\b|therapist\b)[a-z]{2,20}(?: \d{1,3})?\]/i;
/** Somebody else's report of what the patient does is still about the patient. */
const REPORTS =
  /^.{1,60}\b(?:says?|said|tells?|told|reports?|reported|thinks?|thought|noticed)\b.{0,20}\b(?:he|she|they)\b/i;
/** With a couple or a family in the room 'the wife' is a patient. */
const SEVERAL = /\bcouples?\b|\bfamily (?:therapy|sessions?|work)\b|\bboth partners\b/i;

/** A clause that begins with the patient or the therapist, or is spoken by one of them. */
const OWN = new RegExp(
  `^(?:${OPENING} ){0,2}(?:i|we|he|she|they|you|(?:my|the|our) (?:client|patient|ct|pt|girl|boy|lad)|\\[client)\\b(?!['’]s)`,
  'i',
);

type Teller = 'other' | 'own' | 'unsaid';

function tellerOf(text: string, clause: Span & { readonly quoted: boolean }, to: number): Teller {
  if (clause.quoted) return 'own';
  const said = text.slice(clause.start, Math.min(clause.end, to)).trimStart();
  const bare = said.replace(/^[\s"“”'‘’(-]{1,10}/, '');
  if (REPORTS.test(bare) || OWN.test(bare)) return 'own';
  return OTHER.test(bare) || NAMED_OTHER.test(bare) ? 'other' : 'unsaid';
}

/**
 * Builds the check for one text: true when what a passage of it tells is done by somebody who is not
 * in this therapy: a relative, friend or professional is the subject of its clauses, and neither
 * patient nor therapist of any. Speech in quotation marks is the patient's.
 */
export function createAboutSomeoneElse(text: string): (passage: Span) => boolean {
  if (SEVERAL.test(text)) return () => false;
  const all = clauses(text);
  return ({ start, end }) => {
    const told = all
      .filter((clause) => clause.start < end && start < clause.end)
      .map((clause) => tellerOf(text, clause, end));
    return told.includes('other') && !told.includes('own');
  };
}
