import type { Knowledge } from '../knowledge/knowledge.ts';
import type { RehearsalKnowledge } from '../knowledge/rehearsal-knowledge.ts';
import type { Alarms, CaseStore, Policies, RecordStore } from '../pipeline/ports.ts';
import type { PreviewPolicy } from '../pipeline/preview.ts';
import type { Hear } from '../pipeline/rehearsal/hear.ts';
import type { RehearsalVoice } from '../pipeline/rehearsal/rehearsal-voice.ts';
import type { Stages } from '../pipeline/stages.ts';
import type { PlayClient } from './play-client.ts';

/** What rehearsals are made of. */
export interface RehearsalParts {
  readonly store: Pick<CaseStore, 'load' | 'claim' | 'release'>;
  readonly records: RecordStore;
  readonly alarms: Pick<Alarms, 'set' | 'clear'>;
  readonly voice: RehearsalVoice;
  readonly stages: Stages;
  readonly knowledge: Pick<Knowledge, 'interventions' | 'machines'>;
  readonly played: RehearsalKnowledge;
  readonly hear: Hear;
  /** Where words wait for a supervisor, none are offered here either. */
  readonly policies: Pick<Policies, 'read'>;
  /** A model that plays the client, or null for the curated lines alone. */
  readonly play: PlayClient | null;
  readonly preview: PreviewPolicy;
  /** How long it is remembered that a thread is one of rehearsal. */
  readonly retentionMs: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** How long what was said in a rehearsal is kept, counted from the last message. */
export const REHEARSAL_MS = 12 * 60 * 60 * 1000;
