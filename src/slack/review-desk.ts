import type { ThreadContext } from '../pipeline/deidentify/deidentify.ts';
import type { SafeText, ThreadKey } from '../pipeline/message.ts';
import type { Assessment, SafetyScreen } from '../pipeline/outcome.ts';
import type { Deciding } from '../pipeline/review/decide.ts';
import type { Review } from '../pipeline/review/review.ts';

/** A review with the reading it is about. */
export interface UnderReview {
  readonly review: Review;
  readonly assessment: Assessment;
}

/** What a supervisor has typed, in memory only. */
export interface Typed {
  /** Their words by the number of the phrase; left alone where they are missing. */
  readonly words: ReadonlyMap<number, string>;
  readonly note: string | null;
  readonly context: Pick<ThreadContext, 'earlier' | 'known'>;
}

/** One thing that is wrong with a field, in plain words for whoever typed it. */
export interface TypedFault {
  /** Number of the phrase, or `note`. */
  readonly field: number | 'note';
  readonly why: string;
}

/** What was typed, cleared for being shown, or what is wrong with it. */
export type Judged =
  | {
      readonly kind: 'passed';
      readonly words: ReadonlyMap<number, SafeText>;
      readonly note: SafeText | null;
      /** The screen of the note as it was typed, when something in it is open. */
      readonly safety: SafetyScreen | null;
    }
  | { readonly kind: 'faults'; readonly faults: readonly TypedFault[] };

/** What supervisors do, and clinicians who ask for one; roles are checked before any of it is called. */
export interface ReviewDesk {
  /** The author asks for a supervisor. */
  ask(
    key: ThreadKey,
    id: string,
    by: string,
  ): Promise<'asked' | 'asked-before' | 'no-channel' | 'gone'>;
  /** What stands to be looked at under an opaque case id; null when it is gone. */
  look(team: string, caseId: string): Promise<UnderReview | null>;
  /** Safety screen, de-identification and guard on what a supervisor typed. */
  judge(under: UnderReview, typed: Typed): Judged;
  /** Takes a decision; durable when it resolves. */
  decide(
    team: string,
    caseId: string,
    deciding: Deciding,
  ): Promise<'decided' | 'again' | 'changed' | 'own-case' | 'gone'>;
}
