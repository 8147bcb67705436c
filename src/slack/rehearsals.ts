import type { RemovedCounts, ThreadKey } from '../pipeline/message.ts';
import type { CaseThread } from '../pipeline/thread/case-thread.ts';
import type { RawMessage } from './take.ts';

/** What became of asking for a rehearsal. */
export type Begun =
  | { readonly kind: 'opened'; readonly key: ThreadKey }
  /** This very press was followed before. */
  | { readonly kind: 'again' }
  /** Safety stands in front of the case. */
  | { readonly kind: 'safety' }
  /** The case shows nothing yet that could be played. */
  | { readonly kind: 'nothing' };

/** What became of a message in a rehearsal. */
export type Heeded =
  /** Kept; `answer` has it answered. */
  | {
      readonly kind: 'taken';
      readonly removed: RemovedCounts;
      readonly doubts: readonly string[];
    }
  | { readonly kind: 'refused'; readonly why: 'leak' | 'too-long' | 'failed' }
  /** There is nothing to answer: known already, over, or stopped by a safety matter. */
  | { readonly kind: 'settled' };

/** Practising what one might say, in a thread of one's direct messages. */
export interface Rehearsals {
  /** Opens a rehearsal of a case for one person; `id` is that of the press. @throws when it could not */
  begin(kase: CaseThread, by: string, id: string): Promise<Begun>;
  /** True when this thread is or was a rehearsal. */
  at(key: ThreadKey): Promise<boolean>;
  /** Screens, de-identifies and keeps a message; throws when it is not safe, so that Slack sends it again. */
  take(raw: RawMessage): Promise<Heeded>;
  /** Answers everything that is unanswered in a rehearsal; may be repeated. */
  answer(key: ThreadKey): Promise<void>;
  /** Ends a rehearsal that a person wants to end; `id` is that of the press. */
  stop(key: ThreadKey, by: string, id: string): Promise<void>;
  /** Takes a deleted message out, with our answer to it; false when no rehearsal stands there. */
  retract(key: ThreadKey, turn: string, ts: string): Promise<boolean>;
  /** Where rehearsals of a case stand; their records go with the case. */
  placesOf(about: ThreadKey): Promise<readonly ThreadKey[]>;
}
