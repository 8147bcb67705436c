import type { SafeText, ThreadKey } from '../message.ts';

/** Why a supervisor may flag a reading. */
export const FLAG_REASONS = ['safety', 'misread', 'unkind', 'not-fitting', 'identifying'] as const;

export type FlagReason = (typeof FLAG_REASONS)[number];

/** What a supervisor can do about a reading. */
export type ReviewDeed = 'approve' | 'reword' | 'flag' | 'take-over' | 'ask-back';

/** Where a review stands. */
export type ReviewState =
  | 'waiting'
  | 'approved'
  | 'reworded'
  | 'flagged'
  | 'taken-over'
  /** The clinician was asked; it waits again once they have answered. */
  | 'asked-back';

/** A supervisor's words in the place of a phrase. */
export interface Instead {
  /** Mark of the phrase it stands for. */
  readonly mark: string;
  readonly text: SafeText;
}

/** One decision of one supervisor. */
export interface Decision {
  /** Opaque id, also of the press it came from. */
  readonly id: string;
  readonly deed: ReviewDeed;
  /** Slack user id of the supervisor. */
  readonly by: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** What they wrote to the clinician, de-identified and passed by the guard. */
  readonly note: SafeText | null;
  readonly reasons: readonly FlagReason[];
  /** How long it had waited, in milliseconds. */
  readonly waitedMs: number;
  /** Our message in the case thread that tells of it, once it stands there. */
  readonly told: string | null;
}

/** A case that a supervisor looks at; one for each case. */
export interface Review {
  readonly key: ThreadKey;
  /** Opaque case id. */
  readonly caseId: string;
  /** Slack user id of who brought the case. */
  readonly author: string;
  /** What brought it here: the policy, or the clinician themselves. */
  readonly asked: 'gate' | 'author';
  readonly state: ReviewState;
  /** Since when it waits, or waited, for a supervisor; milliseconds since the epoch. */
  readonly since: number;
  /** Digest of the phrases the card shows; a decision about others is refused. */
  readonly about: string;
  /** Marks of phrases that may be shown. */
  readonly released: readonly string[];
  /** Marks of phrases that are shown no more. */
  readonly barred: readonly string[];
  readonly instead: readonly Instead[];
  readonly decisions: readonly Decision[];
  /** Our card in the supervision channel, once it stands there. */
  readonly card: { readonly channel: string; readonly ts: string } | null;
}
