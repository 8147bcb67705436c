import type { Decision } from '../../pipeline/review/review.ts';
import { lines, plain } from './markup.ts';
import { timeWords } from './time-words.ts';
import type { ViewParts } from './view-parts.ts';

const NOTE = 1_200;

/** One decision in words: what, by whom, when, why, and their note. */
export function decisionWords(decision: Decision, parts: Pick<ViewParts, 'say' | 'duty'>): string {
  const { say } = parts;
  const { deed, by, at, note, reasons } = decision;
  return lines([
    say(`review.did.${deed}`, { who: `<@${by}>`, when: timeWords(at, parts) }),
    reasons.length === 0
      ? ''
      : say('review.reasons', {
          reasons: reasons.map((reason) => say(`review.reason.${reason}`)).join('; '),
        }),
    note === null ? '' : say('review.note', { note: plain(note, NOTE) }),
  ]);
}
