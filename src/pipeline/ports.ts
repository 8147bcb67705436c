import type { ThreadEvent, ThreadKey } from './message.ts';
import type { Outcome } from './outcome.ts';
import type { RecordKey, RecordKind, Records } from './records.ts';
import type { WorkspacePolicy } from './settings/workspace-policy.ts';
import type { CaseThread } from './thread/case-thread.ts';

/** Who did what, when: ids and codes only, never text. */
export interface AuditEntry {
  readonly at: number;
  readonly team: string;
  /** Slack user id, `system`, or a tombstone after `forget`. */
  readonly who: string;
  /** Code such as `safety.open`, `safety.in-hand`, `turn.deleted`. */
  readonly what: string;
  /** Opaque case or turn id. */
  readonly about: string;
}

/** Whose records and alarms are meant: those of a thread, of a person, or of an install. */
export type Owner = ThreadKey | { readonly team: string; readonly user?: string };

/**
 * Keeps cases, waiting events and claims. Everything is encrypted and expires.
 * Both drivers (`local`, `redis`) pass one contract suite.
 */
export interface CaseStore {
  /** True for the first caller only, until `ttlMs` has passed or the claim was released. */
  claim(id: string, ttlMs: number): Promise<boolean>;
  release(id: string): Promise<void>;
  /**
   * Durable when the promise resolves; order per thread is kept. An id already waiting or already done is
   * ignored and answered with false. This alone keeps an event from being taken twice: a claim made
   * before it would outlive a process that ends in between, and the event would be lost.
   */
  append(key: ThreadKey, event: ThreadEvent, ttlMs?: number): Promise<boolean>;
  /** `append` and the wake of `TurnQueue` in one; when it rejects, repeating it finishes what is half done. */
  enqueue(key: ThreadKey, event: ThreadEvent, ttlMs?: number): Promise<boolean>;
  /** Events of the thread that no `commit` has taken yet, oldest first. */
  waiting(key: ThreadKey): Promise<readonly ThreadEvent[]>;
  load(key: ThreadKey): Promise<CaseThread | null>;
  /**
   * Saves the case and takes the events with these ids off the waiting list, as one step. Refused with
   * the code `stale` when the case was saved or deleted by somebody else since `key` (this very object)
   * was given to `load`, or when one of the events no longer waits: load again and repeat.
   */
  commit(key: ThreadKey, kase: CaseThread, done: readonly string[], ttlMs: number): Promise<void>;
  /**
   * Deletes the case, everything waiting for it, and the records and alarms bound to the thread; true
   * when there was something.
   */
  remove(key: ThreadKey): Promise<boolean>;
  /** Deletes the records and alarms of an owner; how many there were. */
  removeBeside(owner: Owner): Promise<number>;
  /** Takes events off the waiting list unread; a late copy of them is ignored. */
  discard(key: ThreadKey, ids: readonly string[]): Promise<void>;
  /** Keys of every case of an install, or of those one user in it brought. */
  list(team: string, author?: string): Promise<readonly ThreadKey[]>;
  /** Keys of all threads of which anything is kept, or of those in which a user wrote or pressed anything. */
  kept(team: string, user?: string): Promise<readonly ThreadKey[]>;
  record(entry: AuditEntry): Promise<void>;
  audit(since: number): Promise<readonly AuditEntry[]>;
  /** Turns the ids of a user, or of a team with everyone in it, into tombstones wherever the audit names them. */
  tombstone(team: string, user?: string): Promise<void>;
  close(): Promise<void>;
}

/** Asks that a thread be worked on; at-least-once, one worker at a time per thread, in order. */
export interface TurnQueue {
  /** Durable when the promise resolves. */
  wake(key: ThreadKey, delayMs?: number): Promise<void>;
  /**
   * Starts working; `drain` is called with one thread at a time and retried a bounded number of times,
   * then `gaveUp` with the code of the failure. An error that carries `retryAfterMs` is a wait and not
   * counted. `signal` is aborted when the work should stop at its next step, because the process ends
   * or another worker may have taken over.
   */
  work(
    drain: (key: ThreadKey, signal: AbortSignal) => Promise<void>,
    gaveUp: (key: ThreadKey, failure: { readonly code: string }) => Promise<void>,
  ): void;
  /** Finishes what runs, or hands it back, within `withinMs`. */
  close(withinMs: number): Promise<void>;
}

/** What the delivery tells about a message of ours that stands in the thread. */
export interface Posted {
  readonly ts: string;
}

/** A turn whose answer is to be deleted, and that answer as far as it is known. */
export interface Withdrawn {
  readonly turn: string;
  /** `ts` of a message before the answer: nothing earlier is looked at. */
  readonly after: string;
  /** `ts` of our message, or null to look for it. */
  readonly reply: string | null;
}

/** Puts an outcome into a thread; idempotent per turn id. */
export interface Delivery {
  /** Posts, or adopts and updates the message of ours that already carries this turn id. */
  deliver(key: ThreadKey, kase: CaseThread, outcome: Outcome): Promise<Posted | null>;
  /** Deletes our message for a turn whose own message is gone; one that is not found is no fault. */
  withdraw(key: ThreadKey, gone: Withdrawn): Promise<void>;
}

/** What is told about a record when it is kept; what a later change leaves out stays as it was told. */
export interface RecordOptions {
  /** How long it is kept, counted from this change; never told, until it is removed. */
  readonly ttlMs?: number;
  /** Slack user ids whose `forget` removes it. */
  readonly people?: readonly string[];
  /** The thread whose deletion removes it. */
  readonly thread?: ThreadKey;
}

/** Keeps everything beside the cases: typed, encrypted, expiring. Both drivers pass one contract suite. */
export interface RecordStore {
  read<Kind extends RecordKind>(key: RecordKey<Kind>): Promise<Records[Kind] | null>;
  /**
   * Reads, changes and writes as one step, repeated when somebody else wrote meanwhile, so `make` must be
   * pure; null removes the record, the same object leaves it as it is. Resolves to what stands then.
   */
  change<Kind extends RecordKind>(
    key: RecordKey<Kind>,
    make: (now: Records[Kind] | null) => Records[Kind] | null,
    options?: RecordOptions,
  ): Promise<Records[Kind] | null>;
  /** True when there was something. */
  remove(key: RecordKey): Promise<boolean>;
  /** Every record of a kind in an install that has not expired, in no order. */
  all<Kind extends RecordKind>(
    team: string,
    kind: Kind,
  ): Promise<readonly { readonly id: string; readonly value: Records[Kind] }[]>;
}

/** What the owners of the installs have decided. */
export interface Policies {
  /** As it stands in the store; rejects when that cannot be read. */
  read(team: string): Promise<WorkspacePolicy>;
  /** As this process has read it last, else the defaults: for what must not wait for the store. */
  lastKnown(team: string): WorkspacePolicy;
}

/** What rings: which feature asks, about what, when. `about` is an opaque id or a JSON of ids, never text. */
export interface Alarm {
  readonly team: string;
  readonly id: string;
  readonly kind: string;
  readonly about: string;
  /** Milliseconds since the epoch, by the injected clock. */
  readonly at: number;
}

/** Durable timers: each rings at least once at or after its time, over restarts, in one process at a time. */
export interface Alarms {
  /** Sets it, or moves the one that stands under this team and id. Durable when the promise resolves. */
  set(alarm: Alarm, options?: Pick<RecordOptions, 'people' | 'thread'>): Promise<void>;
  /** True when there was one. */
  clear(team: string, id: string): Promise<boolean>;
  /**
   * Starts looking for what is due. An alarm is gone once `ring` resolved, unless it was set again
   * meanwhile; when `ring` fails it rings again after a growing pause.
   */
  work(ring: (alarm: Alarm, signal: AbortSignal) => Promise<void>): void;
  /** Looks for what is due at once, as tests and a moved clock need it; resolves when it has rung. */
  look(): Promise<void>;
  /** Finishes what rings within `withinMs`. */
  close(withinMs: number): Promise<void>;
}
