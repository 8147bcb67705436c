import type { WebClient } from '@slack/web-api';
import type { Background } from './background.ts';
import type { Claims } from './claims.ts';
import type { SlackMessage } from './views/blocks.ts';

/** Who is told something privately, and where they are looking. */
export interface ToldPerson {
  readonly channel: string;
  readonly user: string;
  /** Thread they are in, or null for the channel itself. */
  readonly thread: string | null;
}

/** Tells one person something, once for each `once` id. */
export type Whisper = (to: ToldPerson, once: string, message: SlackMessage) => void;

/** The same, done when it resolves; rejects when Slack did not take it, and can be repeated then. */
export type Tell = (to: ToldPerson, once: string, message: SlackMessage) => Promise<void>;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Notes that nobody else sees (`chat.postEphemeral`), for what must not go unsaid. */
export function createTell(client: WebClient, claims: Claims): Tell {
  return async ({ channel, user, thread }, once, { text, blocks }) => {
    const claim = `note:${once}`;
    if (!(await claims.claim(claim, DAY_MS))) return;
    const note = { channel, user, text, blocks };
    try {
      await client.chat.postEphemeral(thread === null ? note : { ...note, thread_ts: thread });
    } catch (error) {
      await claims.release(claim);
      throw error;
    }
  };
}

/**
 * Notes that nobody else sees, sent in the background: one that does not arrive is a code in the log
 * and stops nothing.
 */
export function createWhisper(tell: Tell, background: Background): Whisper {
  return (to, once, message) => background.run('slack.note-failed', () => tell(to, once, message));
}
