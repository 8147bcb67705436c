import type { Rule } from '../../pipeline/review/may.ts';
import type { ReviewDeed } from '../../pipeline/review/review.ts';

/** `action_id` of the clinician's button that asks for a supervisor. */
export const ASK_SUPERVISOR = 'ask-supervisor';

/** `action_id`s of the buttons under a review card. */
export const REVIEW_ACTIONS: Readonly<Record<ReviewDeed, string>> = {
  approve: 'review-approve',
  reword: 'review-reword',
  flag: 'review-flag',
  'take-over': 'review-take-over',
  'ask-back': 'review-ask-back',
};

/** Whom each of them is for. */
export const REVIEW_RULES: Readonly<Record<string, Rule>> = {
  [ASK_SUPERVISOR]: 'author',
  'review-approve': 'reviewer',
  'review-reword': 'reviewer',
  'review-flag': 'reviewer',
  'review-take-over': 'reviewer',
  'review-ask-back': 'reviewer',
};

/** `callback_id`s of the modals behind some of them. */
export const REVIEW_MODALS: Readonly<Record<string, ReviewDeed>> = {
  'review-words': 'reword',
  'review-flagged': 'flag',
  'review-question': 'ask-back',
};

/** A case and the phrases somebody saw of it, as buttons carry it; nothing of it is trusted. */
export interface ReviewValue {
  readonly caseId: string;
  /** Digest of the phrases that were seen. */
  readonly about: string;
}

/** Opaque id under which the card of a case is posted. */
export const cardId = ({ caseId }: Pick<ReviewValue, 'caseId'>): string => `card-${caseId}`;

const VALUE = /^([\w-]{4,60}) ([0-9a-f]{16})$/;

/** What a button under a review card carries. */
export const reviewValue = ({ caseId, about }: ReviewValue): string => `${caseId} ${about}`;

/** What such a button carried, or null when it is none. */
export function readReviewValue(value: string): ReviewValue | null {
  const match = VALUE.exec(value);
  return match?.[1] && match[2] ? { caseId: match[1], about: match[2] } : null;
}
