import type { Act, RemovedCounts, Retraction, ThreadKey } from '../pipeline/message.ts';
import type { SafetyScreen } from '../pipeline/outcome.ts';
import type { CaseThread } from '../pipeline/thread/case-thread.ts';

/** A message as it arrived, in memory only: it is never stored, logged or queued as it is. */
export interface RawMessage {
  readonly key: ThreadKey;
  /** Opaque id of the turn: the same for every redelivery, and the key against duplicates. */
  readonly turn: string;
  readonly ts: string;
  /** Slack user id. */
  readonly author: string;
  /** True when this is the new text of a message that was taken before; `turn` is the edit's own id. */
  readonly edit: boolean;
  /** Milliseconds since the epoch, from `ts` or of the edit. */
  readonly at: number;
  /** Without the mention of us; Slack's escapes undone; other mentions still as `<@U…>`. */
  readonly text: string;
  /** The safety screen on this text, run before anything else can fail. */
  readonly safety: SafetyScreen;
}

/** What became of a message. */
export type Taken =
  /** Stored and queued: it will be answered even if this process dies now. */
  | {
      readonly kind: 'queued';
      readonly removed: RemovedCounts;
      readonly doubts: readonly string[];
    }
  | { readonly kind: 'refused'; readonly why: 'leak' | 'too-long' | 'failed' }
  | { readonly kind: 'duplicate' };

/** What became of asking for another try. */
export type Retried = 'woken' | 'nothing-waits' | 'not-author';

/** What Slack's side asks of the rest; app.ts wires it. */
export interface Intake {
  /** The safety screen: pure, in memory, on raw text. */
  screen(text: string): SafetyScreen;
  /** De-identifies, stores, queues; throws when the turn is not safe, so that Slack sends it again. */
  take(raw: RawMessage): Promise<Taken>;
  /** Stores and queues what was pressed; throws when it is not safe. */
  press(key: ThreadKey, act: Act): Promise<void>;
  /** Stores and queues that a message was deleted; throws when it is not safe. */
  retract(key: ThreadKey, retraction: Retraction): Promise<void>;
  /** Has what was given up tried again, for somebody whose message waits. */
  retry(key: ThreadKey, by: string): Promise<Retried>;
  /** Whether a case of this thread is kept or waits to be read. */
  hasCase(key: ThreadKey): Promise<boolean>;
  load(key: ThreadKey): Promise<CaseThread | null>;
  /** Deletes the case and everything that came of it; false when there was nothing. */
  forget(key: ThreadKey, by: string): Promise<boolean>;
  /** Deletes everything of an install; resolves to how many threads. */
  purge(team: string): Promise<number>;
  /** True for the first caller only, until `ttlMs` has passed or the claim was released. */
  claim(id: string, ttlMs: number): Promise<boolean>;
  release(id: string): Promise<void>;
}
