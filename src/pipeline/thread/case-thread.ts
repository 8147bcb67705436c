import type { RemovedCounts, SafeText, SafetyFlag, ThreadKey } from '../message.ts';
import type { Assessment } from '../outcome.ts';
import type { Screened } from '../screened.ts';
import type { ReadingCorrection } from './correction/reading-correction.ts';
import type { FollowUp } from './follow-up/follow-up.ts';
import type { Hypothesis } from './hypothesis/hypothesis.ts';
import type { ConsultationPlan } from './planner/consultation-plan.ts';
import type { CaseStage } from './stages/case-stage.ts';
import type { Tried } from './tried.ts';

/** The states of `sm-bot-thread` (state-machines.yml). */
export type ThreadState =
  | 'T0-received'
  | 'T1-safety'
  | 'T2-gaps'
  | 'T3-formulate'
  | 'T4-options'
  | 'T5-follow-up';

/** The new text of an edited message, kept until it is read. */
export interface PendingEdit {
  readonly id: string;
  readonly at: number;
  readonly text: SafeText;
  readonly removed: RemovedCounts;
  readonly flags: readonly SafetyFlag[];
}

/** One de-identified message of the case, as it is kept. */
export interface KeptTurn {
  readonly id: string;
  readonly author: string;
  readonly ts: string;
  readonly at: number;
  readonly text: SafeText;
  readonly removed: RemovedCounts;
  readonly flags: readonly SafetyFlag[];
  /** What the screen found in its text when it was last looked at. */
  readonly screened?: Screened;
  /** What it is about when it is no part of the account; only on such turns. */
  readonly about?: 'hypothesis';
  /** When it was last edited, in milliseconds since the epoch; only on edited messages. */
  readonly editedAt?: number;
  /** Its new text, not read yet; the reading is outdated while there is one. */
  readonly pending?: PendingEdit;
}

/** One message of ours in the thread. */
export interface KeptReply {
  /** The turn it answers; also stands in its first `block_id`. */
  readonly turn: string;
  readonly ts: string;
}

/** A case over time: everything that is kept of a thread, all of it de-identified. */
export interface CaseThread {
  readonly key: ThreadKey;
  /** Opaque id, used in buttons and the audit instead of anything readable. */
  readonly id: string;
  /** Slack user id of the clinician who brought the case. */
  readonly author: string;
  readonly state: ThreadState;
  readonly openedAt: number;
  readonly lastAt: number;
  readonly turns: readonly KeptTurn[];
  readonly replies: readonly KeptReply[];
  /** Latest reading, or null before the first. */
  readonly assessment: Assessment | null;
  /** Taxonomy ids the clinician tapped as seen. */
  readonly tapped: readonly string[];
  /** Taxonomy ids the clinician said were not so. */
  readonly refused: readonly string[];
  /** Safety ids the author has declared in hand, with who and when. */
  readonly inHand: readonly { readonly id: string; readonly by: string; readonly at: number }[];
  /** True after the author pressed 'Still open': safety stays first until 'In hand'. */
  readonly stillOpen: boolean;
  /** Question ids already asked, so that none is asked twice. */
  readonly asked: readonly string[];
  /** Ids of phrases already shown, so that none is shown twice, and of rungs of the ladder. */
  readonly shown: readonly string[];
  readonly helpful: 'helpful' | 'not-helpful' | null;
  /** Where it seems to be in a stage model, or null. */
  readonly stage: CaseStage | null;
  /** What came of what was tried, oldest first. */
  readonly tries: readonly Tried[];
  readonly followUp: FollowUp;
  /** The extended consultation that was planned last, or null. */
  readonly plan: ConsultationPlan | null;
  /** What the clinician corrected in the reading, or null. */
  readonly correction: ReadingCorrection | null;
  /** The clinician's own guess, or null when it was not asked for. */
  readonly hypothesis: Hypothesis | null;
}
