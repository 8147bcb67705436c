import type { SafeText } from '../message.ts';

/** Why a reply did not help, as the clinician ticks it. */
export const FEEDBACK_REASONS = [
  'wrong-reading',
  'not-my-words',
  'too-long',
  'unsafe',
  'other',
] as const;

export type FeedbackReason = (typeof FEEDBACK_REASONS)[number];

/** What the author of a case said about one of our replies that did not help. */
export interface Feedback {
  /** Opaque id of the case. */
  readonly about: string;
  readonly reasons: readonly FeedbackReason[];
  /** One de-identified line, or null. */
  readonly line: SafeText | null;
  /** Milliseconds since the epoch. */
  readonly at: number;
}
