import { quotes } from '../text/quotes.ts';
import { tokens } from '../text/tokens.ts';

const CLIENT =
  /\b(?:client|patient|ct|cl|pt|he|she|him|her|his|they|teenager|session|couple|group)\b/i;
const ASKS = /\?|\b(?:help|ideas|advice|thoughts|tips|stuck)\b/i;
const TELLS =
  /\b(?:asked|told|said|says|offered|suggested|tried|raised|named|explained|cancelled|arrived|came in|walked|looked|sat|started|since|last (?:week|session|time)|yesterday|today|this week|every)\b/gi;
const SCANT_WORDS = 36;
const LEAN_WORDS = 60;
const LEAN_SIGNS = 2;

/**
 * False when a plea for help with a client tells too little to read: no moment, no behaviour
 * (clinical.md 8). Posts that bring no case need nothing more and count as enough.
 */
export function tellsEnough(text: string, bringsCase: boolean): boolean {
  if (!bringsCase || !CLIENT.test(text) || !ASKS.test(text)) return true;
  const words = tokens(text).filter(({ kind }) => kind === 'word').length;
  if (words < SCANT_WORDS) return false;
  const signs = quotes(text).length + [...text.matchAll(TELLS)].length;
  return words >= LEAN_WORDS || signs >= LEAN_SIGNS;
}
