import type { ThreadKey } from '../message.ts';

/** One message of ours that tells of a safety matter. */
export interface PageMessage {
  /** Opaque id it was posted under. */
  readonly id: string;
  readonly channel: string;
  readonly ts: string;
}

/** Where paging stands: nobody has it yet, somebody has, or its author has it in hand. */
type PageState = 'open' | 'acknowledged' | 'in-hand';

/** One safety matter for which people are paged; a thread has one at a time. */
export interface Page {
  readonly key: ThreadKey;
  /** Opaque id of the turn that raised it; another turn is another matter. */
  readonly episode: string;
  /** Slack user id of who wrote it. */
  readonly author: string;
  /** Since when it is open, in milliseconds since the epoch. */
  readonly since: number;
  /** Ids of the safety labels that are open. */
  readonly labels: readonly string[];
  readonly state: PageState;
  /** Slack user id of who has it, or of the author who has it in hand. */
  readonly by: string | null;
  /** When it left `open`. */
  readonly at: number | null;
  /** How often people were told again. */
  readonly nags: number;
  readonly messages: readonly PageMessage[];
}
