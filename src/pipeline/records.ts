import type { Feedback } from './feedback/feedback.ts';
import type { Installation, InstallState } from './installation.ts';
import type { Page } from './paging/page.ts';
import type { Rehearsal, RehearsalPlace } from './rehearsal/rehearsal.ts';
import type { Review } from './review/review.ts';
import type { PersonSettings } from './settings/person-settings.ts';
import type { WorkspacePolicy } from './settings/workspace-policy.ts';
import type { Shared } from './share/shared.ts';
import type { CountedCase } from './trends/count-reading.ts';
import type { WeekCounts } from './trends/week-counts.ts';

/**
 * Everything that is kept beside the cases, by kind. A new kind needs its shape in `state/records/`;
 * without one it does not compile.
 */
export interface Records {
  /** One for each install, under the empty id. */
  readonly installation: Installation;
  /** By the one-time state of the OAuth flow, in no install. */
  readonly 'install-state': InstallState;
  /** By Slack user id. */
  readonly settings: PersonSettings;
  /** One for each install, under the empty id. */
  readonly policy: WorkspacePolicy;
  /** By Slack user id: when they were welcomed. */
  readonly welcome: { readonly at: number };
  /** By the opaque id of a private case: where its author shared it to. */
  readonly shared: Shared;
  /** By the opaque id of the reply it is about. */
  readonly feedback: Feedback;
  /** By the opaque id of the case. */
  readonly review: Review;
  /** By channel and thread: the safety matter for which people are paged. */
  readonly page: Page;
  /** By ISO week: numbers without a name, which live longer than any case. */
  readonly trend: WeekCounts;
  /** By the opaque case id: what of it stands in the numbers of its week. */
  readonly 'trend-case': CountedCase;
  /** One for each install: Slack's id of the newest picture, and the mark of the figures in it. */
  readonly 'trend-picture': { readonly mark: string; readonly file: string };
  /** One for each install: the week of the newest digest, and the mark of the figures in it. */
  readonly digest: { readonly week: string; readonly mark: string };
  /** By the opaque case id: when another word was offered to its writer. */
  readonly 'word-offer': { readonly at: number };
  /** By where it stands; what was said in it is kept for hours. */
  readonly rehearsal: Rehearsal;
  /** By where it stands: that the thread is one of rehearsal, kept as long as a case. */
  readonly 'rehearsal-place': RehearsalPlace;
}

export type RecordKind = keyof Records;

/** Where a record stands: install, kind, and an id within them. */
export interface RecordKey<Kind extends RecordKind = RecordKind> {
  readonly team: string;
  readonly kind: Kind;
  readonly id: string;
}
