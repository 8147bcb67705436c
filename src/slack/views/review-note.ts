import type { Decision, Review } from '../../pipeline/review/review.ts';
import { context, type SlackMessage, section } from './blocks.ts';
import { lines, plain } from './markup.ts';
import type { ViewParts } from './view-parts.ts';

/** What the clinician is told in the thread of a supervisor's decision, under the supervisor's name. */
export function reviewNote(
  decision: Decision,
  { state }: Pick<Review, 'state'>,
  { say }: Pick<ViewParts, 'say'>,
): SlackMessage {
  const { deed, by, note, reasons } = decision;
  const who = `<@${by}>`;
  const text = lines([
    say(`review.told.${deed}`, { who }),
    reasons.length === 0
      ? ''
      : say('review.reasons', {
          reasons: reasons.map((reason) => say(`review.reason.${reason}`)).join('; '),
        }),
    note === null ? '' : say('review.note', { note: plain(note, 1_200) }),
  ]);
  const foot = state === 'asked-back' ? [context('how', [say('review.told.answer')])] : [];
  return { text: say('review.told.notify'), blocks: [section('told', text), ...foot] };
}
