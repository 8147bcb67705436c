import type { Outcome } from '../pipeline/outcome.ts';
import type { Delivery } from '../pipeline/ports.ts';
import { holdBack } from '../pipeline/review/hold-back.ts';
import type { Review } from '../pipeline/review/review.ts';
import type { WorkspacePolicy } from '../pipeline/settings/workspace-policy.ts';
import type { CaseThread } from '../pipeline/thread/case-thread.ts';
import type { ReviewBook } from './review-book.ts';
import type { ReviewParts } from './review-parts.ts';

type Say = ReviewParts['say'];

/** How long after a delivery the card is seen to when the case was not saved by then. */
const FALLBACK_MS = 5_000;

/** An outcome as it may be shown, with where the review stands. */
function asShown(outcome: Outcome, policy: WorkspacePolicy, review: Review | null, say: Say) {
  if (outcome.kind !== 'reading' && outcome.kind !== 'outdated') return outcome;
  const assessment = holdBack(outcome.assessment, policy, review, say);
  return { ...outcome, assessment, ...(review === null ? {} : { review }) };
}

/** Cases whose card is to be seen to as soon as they are saved. */
export type Unsaved = Map<string, Review>;

/**
 * The delivery behind the supervisors' policy: every reading that is shown brings its review up to date
 * first, and shows no phrase that waits for one.
 */
export function reviewedDelivery(
  delivery: Delivery,
  { policies, say }: Pick<ReviewParts, 'policies' | 'say'>,
  book: ReviewBook,
  unsaved: Unsaved,
): Delivery {
  async function reviewOf(kase: CaseThread, outcome: Outcome): Promise<Review | null> {
    if (!['reading', 'outdated', 'safety'].includes(outcome.kind)) return null;
    const review = await book.renew(kase, false);
    if (review === null) return null;
    await book.refresh(review, FALLBACK_MS);
    unsaved.set(kase.id, review);
    return review;
  }

  return {
    ...delivery,
    async deliver(key, kase, outcome) {
      if (outcome.kind === 'nothing-new') return delivery.deliver(key, kase, outcome);
      const review = await reviewOf(kase, outcome);
      const policy = await policies.read(key.team);
      return delivery.deliver(key, kase, asShown(outcome, policy, review, say));
    },
  };
}
