import type { FeedbackReason } from '../pipeline/feedback/feedback.ts';
import type { CaseThread } from '../pipeline/thread/case-thread.ts';
import type { RawMessage } from './take.ts';

/** What somebody said about a reply; `line` is as they typed it, in memory only. */
interface GivenFeedback {
  readonly reasons: readonly FeedbackReason[];
  readonly line: string;
  readonly context: RawMessage['context'];
}

/** What feedback asks of the rest of the program. */
export interface FeedbackDesk {
  /** Keeps why a reply did not help; `refused` when the line could not be de-identified. */
  give(kase: CaseThread, given: GivenFeedback): Promise<'kept' | 'refused'>;
}
