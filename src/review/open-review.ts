import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Lint } from '../pipeline/guard/lint.ts';
import { createShownLint } from '../pipeline/guard/shown.ts';
import type { CaseStore, Delivery } from '../pipeline/ports.ts';
import { createExplainFault } from '../pipeline/reconcile/explain-fault.ts';
import { holdBack } from '../pipeline/review/hold-back.ts';
import type { Stages } from '../pipeline/stages.ts';
import type { CaseThread } from '../pipeline/thread/case-thread.ts';
import type { Bells } from '../ring.ts';
import type { ReviewDesk } from '../slack/review-desk.ts';
import type { Intake } from '../slack/take.ts';
import { reviewBells } from './review-bells.ts';
import { createReviewBook } from './review-book.ts';
import { createReviewDesk } from './review-desk.ts';
import type { ReviewParts } from './review-parts.ts';
import { reviewedDelivery, type Unsaved } from './reviewed-delivery.ts';
import { reviewedStore } from './reviewed-store.ts';

/** The supervisors' side, ready to be wired. */
export interface ReviewSide {
  readonly desk: ReviewDesk;
  readonly bells: Bells;
  /** The store as everything else is to use it. */
  readonly store: CaseStore;
  /** The delivery behind the policy. */
  delivery(inner: Delivery): Delivery;
  /** The case as it may be shown: without phrases that wait for a supervisor. */
  shown(kase: CaseThread): Promise<CaseThread>;
  /** The intake whose cases are loaded as they may be shown. */
  intake(inner: Intake): Intake;
}

/** What reads and judges, as `buildStages` makes it. */
export interface ReviewEngine {
  readonly knowledge: Knowledge;
  readonly stages: Stages;
  readonly lint: Lint;
}

/** Puts the supervisors' side together. */
export function openReview(
  { knowledge, stages, lint }: ReviewEngine,
  over: Omit<ReviewParts, 'stages' | 'lint' | 'lintShown' | 'explain' | 'say'>,
): ReviewSide {
  const { policies } = over;
  const { say } = stages;
  const parts: ReviewParts = {
    ...{ ...over, stages, lint, say, lintShown: createShownLint(knowledge) },
    explain: createExplainFault(knowledge),
  };
  const book = createReviewBook(parts);
  const unsaved: Unsaved = new Map();

  async function shown(kase: CaseThread): Promise<CaseThread> {
    const { assessment } = kase;
    if (assessment === null) return kase;
    const { team } = kase.key;
    const [policy, review] = await Promise.all([policies.read(team), book.read(team, kase.id)]);
    return { ...kase, assessment: holdBack(assessment, policy, review, say) };
  }

  return {
    desk: createReviewDesk(parts, book),
    bells: reviewBells(parts, book),
    store: reviewedStore(parts, book, unsaved),
    delivery: (inner) => reviewedDelivery(inner, { policies, say }, book, unsaved),
    shown,
    intake: (inner) => ({
      ...inner,
      load: async (key) => {
        const kase = await inner.load(key);
        return kase === null ? null : shown(kase);
      },
    }),
  };
}
