import { quotes } from '../text/quotes.ts';
import type { Token } from '../text/tokens.ts';

const CLIENT =
  /\b(?:client|patient|ct|cl|pt|he|she|him|her|his|they|man|woman|boy|girl|teenager|session|couple|group)\b/i;
const ASKS = /\?|\b(?:help|ideas|advice|thoughts|tips|stuck)\b/i;
/** Words of a moment: what somebody did or said, and when. */
const TELLS =
  /\b(?:asked|told|said|offered|suggested|tried|raised|named|explained|cancelled|arrived|came in|walked|looked|sat|started|answered|replied|apologised|charged|forgot|emailed|texted|rang|wrote|brought|handed|left|smiled|laughed|cried|shrugged|stared|nodded|last (?:week|session|time|month)|yesterday|this (?:week|morning|afternoon)|(?:mon|tues|wednes|thurs|fri)(?:day)?)\b/gi;
/** Words of somebody who has, or gives, no moment. */
const VAGUE =
  /\b(?:can't put (?:a|my) finger|not sure what|nothing (?:particular|special|specific|much)|no particular|couldn't say|can't say|can't tell|cannot (?:say|tell)|won't go into|rather not say|don't understand it|in general|generally|such cases|somehow|something (?:is|isn't|has|about|off|weird)|things? (?:is|are|has|have) (?:just )?(?:stuck|off|stalled)|isn't right|ground to a halt|more detail|no idea)\b/gi;
const SCANT_WORDS = 36;

const count = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length;

/**
 * False when a plea for help with a client tells too little to read: a line or two, or many words
 * without a moment. Posts that bring no case need nothing more and count as enough.
 *
 * @param tokens of the text
 */
export function tellsEnough(text: string, tokens: readonly Token[], bringsCase: boolean): boolean {
  if (!bringsCase || !CLIENT.test(text)) return true;
  const words = tokens.filter(({ kind }) => kind === 'word').length;
  if (words < SCANT_WORDS) return !ASKS.test(text);
  const plain = text.replaceAll('’', "'");
  return 2 * quotes(text).length + count(plain, TELLS) >= 2 * count(plain, VAGUE);
}
