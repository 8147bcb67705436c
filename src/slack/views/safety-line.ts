import type { SafetyScreen } from '../../pipeline/outcome.ts';
import type { CaseThread } from '../../pipeline/thread/case-thread.ts';
import { dateWords } from './date-words.ts';
import type { ViewParts } from './view-parts.ts';

/**
 * Where safety stands, in one line above a reading. Nothing seen is never called safe, and what the
 * author has put in hand is said to be theirs.
 */
export function safetyLine(
  safety: SafetyScreen,
  kase: CaseThread,
  { say }: Pick<ViewParts, 'say'>,
): string {
  const has = (status: string) => safety.labels.some((label) => label.status === status);
  const hand = kase.inHand.at(-1);
  if (has('in-hand') && hand) return say('safety.in-hand', { date: dateWords(hand.at) });
  if (has('history')) return say('safety.history');
  return say(safety.labels.length > 0 ? 'safety.clear.asked' : 'safety.clear');
}
