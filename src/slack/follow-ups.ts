import type { Act } from '../pipeline/message.ts';
import type { CaseThread } from '../pipeline/thread/case-thread.ts';

/** What the listeners ask of the follow-up questions. */
export interface FollowUps {
  /**
   * Sets, moves or takes back the timer that an act of the author calls for; before the act is stored,
   * so that nothing planned can be lost. Other acts change nothing.
   */
  prepare(kase: CaseThread, act: Act): Promise<void>;
}
