import type { Screened } from './screened.ts';

/**
 * Text that has been de-identified. Branded: only `deidentify()`, the store's `restore()` and the
 * guard's `admit()` make it, and every port that leaves the process takes nothing else.
 */
export type SafeText = string & { readonly [safeText]: true };
declare const safeText: unique symbol;

/** Where a case lives in Slack: install (team or enterprise id), channel id, thread timestamp. */
export interface ThreadKey {
  readonly team: string;
  readonly channel: string;
  readonly thread: string;
}

/** The kinds of identifier that are removed and counted; the removed text itself is kept nowhere. */
export type IdentifierClass =
  | 'name'
  | 'location'
  | 'org'
  | 'date'
  | 'age90'
  | 'phone'
  | 'fax'
  | 'email'
  | 'ssn'
  | 'mrn'
  | 'healthplan'
  | 'account'
  | 'license'
  | 'vehicle'
  | 'device'
  | 'url'
  | 'ip'
  | 'biometric'
  | 'photo'
  | 'username'
  | 'mention'
  | 'room'
  | 'other_id'
  | 'quasi';

/** How many identifiers of each class were taken out of one message. */
export type RemovedCounts = Partial<Record<IdentifierClass, number>>;

/** One safety label as first seen on the raw text, kept without any words. */
export interface SafetyFlag {
  readonly id: string;
  readonly status: 'open' | 'ask';
}

/** One message of a case as it is queued and stored: de-identified, with what the raw screen saw. */
export interface Turn {
  readonly kind: 'turn';
  /** Opaque id, also the first `block_id` of our reply. */
  readonly id: string;
  /** Slack user id of who wrote it. */
  readonly author: string;
  /** Slack timestamp of the message. */
  readonly ts: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly text: SafeText;
  readonly removed: RemovedCounts;
  readonly flags: readonly SafetyFlag[];
  /** What the screen found in the raw words; only where nothing was taken out of them. */
  readonly screened?: Screened;
  /** Why the text cannot be read as an English case, or null when it can. */
  readonly unreadable: Unreadable | null;
  /** True while its author has not yet said that it may be read as it is. */
  readonly held?: true;
  /** What it is about when it is no part of the account; only on such turns. */
  readonly about?: 'hypothesis';
}

/** Reasons for answering with one plain line instead of a reading. */
export type Unreadable = 'empty' | 'no-words' | 'too-long' | 'not-english';

/** The new text of a message that was taken before; `id` is its own, `ts` that of the message. */
export interface Edit extends Omit<Turn, 'kind' | 'held' | 'about' | 'screened'> {
  readonly kind: 'edit';
}

/** A message that was deleted in Slack. */
export interface Retraction {
  readonly kind: 'retraction';
  readonly id: string;
  /** Id of the turn the message was taken as. */
  readonly turn: string;
  readonly ts: string;
  /** Slack user id of who wrote it, or `system`. */
  readonly by: string;
  readonly at: number;
}

/** What a person pressed under one of our replies. Values are ids, never text. */
export interface Act {
  readonly kind: 'act';
  readonly id: string;
  readonly by: string;
  readonly at: number;
  readonly does:
    | 'tap'
    | 'untap'
    | 'none-of-these'
    | 'in-hand'
    | 'still-open'
    | 'read-again'
    | 'another'
    | 'shorter'
    | 'softer'
    /** Somebody else to ask: another rung of the consultation ladder. */
    | 'rung'
    | 'helpful'
    | 'not-helpful'
    /** Lets a held turn be read. */
    | 'send'
    /** What was removed from the case was put right, so that it is read anew. */
    | 'corrected'
    /** When the client is seen next, one of `NEXT_SESSIONS`. */
    | 'next-session'
    /** It is time to ask how it went; by `system`, `value` is the opaque id of the question. */
    | 'ask-follow-up'
    /** How it went, one of `WENT`. */
    | 'went'
    /** No such questions in this case. */
    | 'no-follow-ups'
    /** The reading is shown without a guess of one's own. */
    | 'show-reading'
    /** An extended consultation of so many interviews is planned. */
    | 'plan'
    /** How far it has come: interviews held, a decision, or `stop`. */
    | 'plan-step'
    /** The direction of the reading as the clinician sees it, or empty for single observations. */
    | 'correct'
    /** `yes` when that may be used, de-identified, to improve the reading. */
    | 'may-teach'
    /** A supervisor decided, or was asked to look; by whom it was. */
    | 'reviewed';
  /** Taxonomy id for `tap` and `untap`, turn id for `send`, as said for those below it, else empty. */
  readonly value: string;
}

/** One thing that happened in a thread, in the order it happened. */
export type ThreadEvent = Turn | Edit | Retraction | Act;

/** Slack user id of whose doing an event is. */
export const writerOf = (event: ThreadEvent) => ('author' in event ? event.author : event.by);
