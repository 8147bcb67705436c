import type { Log } from '../log.ts';
import type { Alarms, CaseStore, Policies, RecordStore } from '../pipeline/ports.ts';
import type { PagingVoice } from '../slack/paging-voice.ts';

/** What paging people needs. */
export interface PagingParts {
  readonly store: Pick<CaseStore, 'record'>;
  readonly records: RecordStore;
  readonly alarms: Alarms;
  readonly policies: Policies;
  readonly voice: PagingVoice;
  readonly retentionMs: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly log: Log;
}
