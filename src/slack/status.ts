import type { WebClient } from '@slack/web-api';
import type { Background } from './background.ts';
import { platformError } from './error-code.ts';

/** Answers after which asking again is no use in this process. */
const NEVER = new Set(['unknown_method', 'missing_scope', 'not_allowed_token_type']);

/** How much may be under way in this process: some fifty messages a second at the pace at which Slack answers. */
const BUSY = 8;

/**
 * Slack's own 'is working on it' under a thread, where it exists. An extra: it may fail unseen, is left
 * out while much is under way, and Slack takes it away as soon as the reply is posted.
 */
export function createStatus(client: WebClient, background: Background, words: string) {
  let offered = true;
  return (channel: string, thread: string): void => {
    if (!offered || background.running() > BUSY) return;
    background.run('slack.status-failed', async () => {
      try {
        await client.assistant.threads.setStatus({
          ...{ channel_id: channel, thread_ts: thread, status: words },
        });
      } catch (error) {
        if (NEVER.has(platformError(error) ?? '')) offered = false;
      }
    });
  };
}
