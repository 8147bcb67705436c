import type { Log } from '../log.ts';
import type { Alarms, CaseStore, Policies, RecordStore } from '../pipeline/ports.ts';
import type { ReviewDeed } from '../pipeline/review/review.ts';
import type { Say } from '../pipeline/thread/what-changed.ts';
import type { ReviewVoice } from '../slack/review-voice.ts';
import type { JudgeParts } from './judge-words.ts';

/** What the supervisors' side needs. */
export interface ReviewParts extends JudgeParts {
  readonly store: CaseStore;
  readonly records: RecordStore;
  readonly alarms: Alarms;
  readonly policies: Policies;
  readonly voice: ReviewVoice;
  readonly retentionMs: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly log: Log;
  readonly say: Say;
  /** Told of every decision, with how long the case had waited in milliseconds, and of which install. */
  readonly observe?: (deed: ReviewDeed, waitedMs: number, team: string) => void;
}
