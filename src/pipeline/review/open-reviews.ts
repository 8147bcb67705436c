import type { RecordStore } from '../ports.ts';
import type { Review } from './review.ts';

/** A review as the queue lists it. */
export interface OpenReview {
  readonly review: Review;
  /** Milliseconds it has waited; 0 for what waits for the clinician. */
  readonly waitedMs: number;
  /** True when a supervisor flagged it at any time. */
  readonly flagged: boolean;
}

/** Whether a supervisor may still want to see to it. */
const isOpen = ({ state }: Review) => state === 'waiting' || state === 'asked-back';

/**
 * What waits for a supervisor in an install, oldest first, and after it what was flagged or taken
 * over, newest first. `now` in milliseconds since the epoch.
 */
export async function openReviews(
  records: Pick<RecordStore, 'all'>,
  team: string,
  now: number,
): Promise<readonly OpenReview[]> {
  const all = (await records.all(team, 'review')).map(({ value: review }) => ({
    review,
    waitedMs: review.state === 'waiting' ? Math.max(0, now - review.since) : 0,
    flagged: review.decisions.some(({ deed }) => deed === 'flag'),
  }));
  const open = all.filter(({ review }) => isOpen(review));
  const held = all.filter(({ review }) => ['flagged', 'taken-over'].includes(review.state));
  return [
    ...open.toSorted((a, b) => a.review.since - b.review.since),
    ...held.toSorted((a, b) => b.review.since - a.review.since),
  ];
}
