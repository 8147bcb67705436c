import type { AlarmShelf } from './alarm-shelf.ts';
import type { RecordShelf } from './record-shelf.ts';

/** One event as it waits: opaque id and sealed record. */
export interface Slip {
  readonly id: string;
  readonly record: string;
}

/** A thread as every change names it: opaque, with its sealed key and when it expires. */
export interface ThreadMark {
  readonly thread: string;
  /** Sealed `ThreadKey`. */
  readonly key: string;
  /** Milliseconds since the epoch. */
  readonly until: number;
  /** Opaque index names under which the thread is to be found. */
  readonly indexes: readonly string[];
  readonly now: number;
}

/** A new case, valid only if nothing else was saved since `expects`. */
interface CaseChange extends ThreadMark {
  readonly record: string;
  /** Revision this change was made from; empty when there was no case. */
  readonly expects: string;
  readonly revision: string;
  /** Opaque ids of the waiting events it takes; every one must still wait. */
  readonly takes: readonly string[];
  /** Until when the taken ids are remembered as done. */
  readonly doneUntil: number;
}

/** Something sealed and where it stands, for turning keys. */
export interface Filed {
  /** The record's name, which is bound into its encryption. */
  readonly name: string;
  readonly record: string;
  /** Puts `next` in its place if it is unchanged. */
  swap(next: string): Promise<boolean>;
}

/** A line of the audit as it is kept. */
export interface AuditLine {
  readonly id: string;
  readonly record: string;
}

/**
 * What a driver keeps: sealed records under opaque names. It never sees a key ring, an id of Slack or
 * a word of a case. Times are of the caller's clock, so that expiry can be tested.
 */
export interface Shelf {
  /** Keeps `record` under `name` unless something stands there; resolves to what stands. */
  once(name: string, record: string): Promise<string>;
  claim(name: string, now: number, until: number): Promise<boolean>;
  release(name: string): Promise<void>;
  /**
   * False when the event waits already or is done. With `due` the thread is also to be worked on, however
   * often it was given up before; `Engine.push` comes next.
   */
  append(mark: ThreadMark, slip: Slip, due: boolean): Promise<boolean>;
  waiting(thread: string): Promise<readonly Slip[]>;
  /** Takes events off the waiting list and remembers their ids as done. */
  discard(thread: string, ids: readonly string[], doneUntil: number): Promise<void>;
  load(thread: string): Promise<{ readonly record: string; readonly revision: string } | null>;
  /** False when the case or one of the taken events is no longer what the caller knew. */
  commit(change: CaseChange): Promise<boolean>;
  /** Removes the case of this revision, keeping what waits. */
  expire(thread: string, revision: string): Promise<void>;
  /** Removes everything of a thread; what waited counts as done. True when there was something. */
  remove(thread: string, doneUntil: number): Promise<boolean>;
  /** Makes sure the thread is known at least until `mark.until`. */
  know(mark: ThreadMark): Promise<void>;
  /** Sealed `ThreadKey`, or null when nothing is kept of the thread. */
  threadKey(thread: string): Promise<string | null>;
  /** Threads, or other members, under an index name that have not expired. */
  indexed(index: string, now: number): Promise<readonly string[]>;
  /** The sealed pseudonym of a team (`person` empty) or person; kept at least until `until`. */
  pseudonym(team: string, person: string, record: string, until: number): Promise<string>;
  /** Every sealed pseudonym with its record name. */
  pseudonyms(): Promise<readonly { readonly name: string; readonly record: string }[]>;
  /** Forgets one pseudonym, or with `person` null those of the whole team. */
  forgetPseudonym(team: string, person: string | null): Promise<void>;
  addAudit(at: number, line: AuditLine, until: number): Promise<void>;
  /** Lines from `since` on, oldest first. */
  audit(since: number): AsyncIterable<AuditLine>;
  readonly records: RecordShelf;
  readonly alarms: AlarmShelf;
  /** Notes a member under index names, at least until then; done before what it stands for is kept. */
  index(member: string, indexes: readonly string[], until: number): Promise<void>;
  unindex(member: string, indexes: readonly string[]): Promise<void>;
  /** Deletes what has expired; resolves to how many records. */
  sweep(now: number): Promise<number>;
  /** Every sealed record. */
  filed(): AsyncIterable<Filed>;
  close(): Promise<void>;
}

/** The names that are bound into records, the same for every driver. */
export const recordName = {
  meta: (name: string) => `meta:${name}`,
  threadKey: (thread: string) => `key:${thread}`,
  kase: (thread: string) => `case:${thread}`,
  event: (thread: string, id: string) => `event:${thread}:${id}`,
  pseudonym: (team: string, person: string) => `pseudonym:${team}:${person}`,
  audit: (id: string) => `audit:${id}`,
  record: (name: string) => `record:${name}`,
  alarm: (name: string) => `alarm:${name}`,
};
