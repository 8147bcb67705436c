import type { ReviewDesk } from '../../src/slack/review-desk.ts';

/** Nothing is under review. */
export const noReviews: ReviewDesk = {
  ask: async () => 'gone',
  look: async () => null,
  judge: () => ({ kind: 'faults', faults: [] }),
  decide: async () => 'gone',
};
