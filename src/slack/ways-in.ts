import type { RemovedCounts, ThreadKey, Unreadable } from '../pipeline/message.ts';
import type { CaseThread } from '../pipeline/thread/case-thread.ts';
import type { Replies } from './remove-replies.ts';
import type { RawMessage } from './take.ts';

/** What a text would become if it were taken in: counts only, nothing of it is kept. */
export type Looked =
  | { readonly kind: 'readable'; readonly removed: RemovedCounts }
  | { readonly kind: 'refused'; readonly why: Unreadable | 'leak' | 'failed' };

/** One case somebody brought, as a list shows it. */
export interface OwnCase extends Pick<CaseThread, 'key' | 'state' | 'lastAt'> {}

/** What is left to do in Slack after a person was forgotten. */
export interface ForgottenPerson {
  /** Cases deleted, and cases of others from which the person's part was taken. */
  readonly cases: number;
  readonly parts: number;
  readonly replies: readonly Replies[];
}

/** What is set up in a workspace, in plain facts. */
export interface WorkspaceStatus {
  /** Name of the language model, or null for rules alone. */
  readonly model: string | null;
  readonly retentionDays: number;
  /** Channel ids or names; empty for direct messages only. */
  readonly channels: readonly string[];
  readonly paused: boolean;
  readonly gate: boolean;
  /** Whether anybody is named as a supervisor. */
  readonly supervised: boolean;
  /** Whether any contact of the service is set. */
  readonly contacts: boolean;
}

/** What the ways in ask of the rest of the program. */
export interface WaysIn {
  /** What a text would become, in memory; fast enough to be asked while somebody types. */
  look(raw: string, context: RawMessage['context']): Looked;
  /** True for one caller about each person only. */
  firstContact(team: string, user: string): Promise<boolean>;
  /** The cases a person brought, newest first. */
  cases(team: string, user: string): Promise<readonly OwnCase[]>;
  /** Deletes everything that is kept about a person; repeat it when it rejects. */
  forget(team: string, user: string): Promise<ForgottenPerson>;
  status(team: string): Promise<WorkspaceStatus>;
  /** Notes in the audit that something was done; ids and codes only. */
  note(key: Pick<ThreadKey, 'team'>, who: string, what: string, about: string): Promise<void>;
}
