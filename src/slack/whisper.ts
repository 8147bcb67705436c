import type { WebClient } from '@slack/web-api';
import type { Background } from './background.ts';
import type { Claims } from './claims.ts';
import type { SlackMessage } from './views/blocks.ts';

/** Who is told something privately, and where they are looking. */
interface ToldPerson {
  readonly channel: string;
  readonly user: string;
  /** Thread they are in, or null for the channel itself. */
  readonly thread: string | null;
}

/** Tells one person something, once for each `once` id. */
export type Whisper = (to: ToldPerson, once: string, message: SlackMessage) => void;

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Notes that nobody else sees (`chat.postEphemeral`). They are sent in the background: one that does
 * not arrive is a code in the log and stops nothing.
 */
export function createWhisper(client: WebClient, claims: Claims, background: Background): Whisper {
  return (to, once, { text, blocks }) =>
    background.run('slack.note-failed', async () => {
      if (!(await claims.claim(`note:${once}`, DAY_MS))) return;
      const { channel, user, thread } = to;
      const note = { channel, user, text, blocks };
      await client.chat.postEphemeral(thread === null ? note : { ...note, thread_ts: thread });
    });
}
