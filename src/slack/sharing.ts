import type { ThreadKey } from '../pipeline/message.ts';
import type { Shared } from '../pipeline/share/shared.ts';
import type { SharedPlace } from '../pipeline/share/shared-copy.ts';
import type { CaseThread } from '../pipeline/thread/case-thread.ts';

/** What sharing a private case asks of the rest of the program. */
export interface Sharing {
  /** Where the case was shared, as long as it is still kept there; else null. */
  of(team: string, caseId: string): Promise<Shared | null>;
  /** The case as it would stand in a channel, without phrases that wait for a supervisor. */
  preview(kase: CaseThread): Promise<CaseThread>;
  /** Posts the reading in the thread that was opened for it and keeps the case there. */
  share(kase: CaseThread, place: SharedPlace): Promise<ThreadKey>;
}
