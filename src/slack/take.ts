import type { ThreadContext } from '../pipeline/deidentify/deidentify.ts';
import type { Act, RemovedCounts, Retraction, SafeText, ThreadKey } from '../pipeline/message.ts';
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
  /** The thread before this message and names of the workspace, as far as Slack shows them. */
  readonly context: Pick<ThreadContext, 'earlier' | 'known'>;
  /** Id of the held turn whose text its author has changed into this one. */
  readonly replaces?: string;
  /** What it is about when it is no part of the account. */
  readonly about?: 'hypothesis';
}

/** A text that waits for its author. */
export interface HeldText {
  /** Opaque id of the turn. */
  readonly turn: string;
  readonly text: SafeText;
  readonly removed: RemovedCounts;
  readonly doubts: readonly string[];
}

/** What became of a message. */
export type Taken =
  /** Stored and queued: it will be answered even if this process dies now. */
  | {
      readonly kind: 'queued';
      readonly removed: RemovedCounts;
      readonly doubts: readonly string[];
    }
  /** Stored for an hour, and read only once its author says so. */
  | ({ readonly kind: 'held' } & HeldText)
  | { readonly kind: 'refused'; readonly why: 'leak' | 'too-long' | 'failed' }
  | { readonly kind: 'duplicate' };

/** What became of asking for another try. */
export type Retried = 'woken' | 'nothing-waits' | 'not-author';

/** One message of a thread as it is stored: what the bot sees of it. */
export interface Written {
  /** Opaque id of the turn. */
  readonly turn: string;
  /** Slack timestamp of the message. */
  readonly ts: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly text: SafeText;
  readonly held: boolean;
}

/** The words of a turn as Slack still shows them, in memory only. */
export interface Original {
  readonly turn: string;
  readonly raw: string;
  readonly context: RawMessage['context'];
}

/** What became of putting right what was removed. */
export interface Corrected {
  /** Messages or places that changed; null when the thread is being worked on and nothing was done. */
  readonly changed: number | null;
  /** Held texts that changed with it and wait under new ids. */
  readonly held: readonly HeldText[];
}

/** What people may see and do about their own messages; every call checks whose they are. */
export interface OwnWords {
  /** What this person wrote in the thread, as it is stored, oldest first. */
  written(key: ThreadKey, by: string): Promise<readonly Written[]>;
  /** Lets a held turn be read; false when it no longer waits. */
  send(key: ThreadKey, turn: string, act: Pick<Act, 'id' | 'by' | 'at'>): Promise<boolean>;
  /** Takes a held turn back unread; false when it no longer waits. */
  cancel(key: ThreadKey, turn: string, by: string): Promise<boolean>;
  /** Takes words out of everything that is stored of the thread, and of what comes later. */
  missed(key: ThreadKey, by: string, words: readonly string[]): Promise<Corrected>;
  /** Lets words stand in this person's messages, read anew from what Slack still shows. */
  notIdentifiers(
    key: ThreadKey,
    by: string,
    words: readonly string[],
    originals: readonly Original[],
  ): Promise<Corrected>;
}

/** What Slack's side asks of the rest; app.ts wires it. */
export interface Intake {
  /** The safety screen: pure, in memory, on raw text. */
  screen(text: string): SafetyScreen;
  /** The same for whoever can wait: in a thread beside this one, where there are any. */
  screenSoon(text: string): Promise<SafetyScreen>;
  /** De-identifies, stores, queues; throws when the turn is not safe, so that Slack sends it again. */
  take(raw: RawMessage): Promise<Taken>;
  /** Stores and queues what was pressed; throws when it is not safe. */
  press(key: ThreadKey, act: Act): Promise<void>;
  /** Stores and queues that a message was deleted; throws when it is not safe. */
  retract(key: ThreadKey, retraction: Retraction): Promise<void>;
  /** Has what was given up tried again, for somebody whose message waits. */
  retry(key: ThreadKey, by: string): Promise<Retried>;
  /**
   * Whether a case of this thread is kept or waits to be read. A held message counts for its author
   * only: to everybody else it is not there yet.
   */
  hasCase(key: ThreadKey, user: string | null): Promise<boolean>;
  readonly own: OwnWords;
  load(key: ThreadKey): Promise<CaseThread | null>;
  /** Deletes the case and everything that came of it; false when there was nothing. */
  forget(key: ThreadKey, by: string): Promise<boolean>;
  /** Deletes everything of an install; resolves to how many threads. */
  purge(team: string): Promise<number>;
}
