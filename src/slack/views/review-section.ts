import type { KnownBlock } from '@slack/types';
import type { Review } from '../../pipeline/review/review.ts';
import { context } from './blocks.ts';
import { dateWords } from './date-words.ts';
import type { ViewParts } from './view-parts.ts';

/** One line under 'Whom to ask' on where a supervisor's look at the reading stands; none without one. */
export function reviewSection(
  review: Review | undefined,
  { say }: Pick<ViewParts, 'say'>,
): KnownBlock[] {
  if (review === undefined) return [];
  const decision = review.decisions.at(-1);
  const waits = review.state === 'waiting';
  const words = say(`review.stands.${review.state}`, {
    who: decision === undefined ? '' : `<@${decision.by}>`,
    date: dateWords(waits ? review.since : (decision?.at ?? review.since)),
  });
  return [context('review', [words])];
}
