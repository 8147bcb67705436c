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

/** Where a quoted passage stands in its clause: the clause's beginning up to the passage's end. */
function clauseOf(text: string, { start, end }: Span): { said: string; quoted: boolean } {
  const around = clauses(text).findLast((clause) => clause.start <= start);
  const from = around === undefined ? start : around.start;
  return { said: text.slice(from, end).trimStart(), quoted: around?.quoted ?? false };
}

/**
 * True when what a passage tells is done by somebody who is not in this therapy: its clause has a
 * relative, friend or professional as its subject. Speech in quotation marks is the patient's.
 */
export function aboutSomeoneElse(text: string, span: Span): boolean {
  if (SEVERAL.test(text)) return false;
  const { said, quoted } = clauseOf(text, span);
  const bare = said.replace(/^[\s"“”'‘’(-]{1,10}/, '');
  if (quoted || REPORTS.test(bare)) return false;
  return OTHER.test(bare) || NAMED_OTHER.test(bare);
}
