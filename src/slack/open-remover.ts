import { LogLevel, WebClient } from '@slack/web-api';
import { readIdentity } from './identity.ts';
import { type Replies, removeReplies } from './remove-replies.ts';

/** Deletes our messages in threads; resolves to how many still stand. */
export type Remover = (threads: readonly Replies[]) => Promise<number>;

const CALL_MS = 10_000;

/**
 * A remover for tools beside the bot, with a client of its own.
 * @param apiUrl base URL of the Web API with a slash at its end; Slack's own by default
 */
export function openRemover(token: string, apiUrl: string | undefined): Remover {
  const client = new WebClient(token, {
    ...{ timeout: CALL_MS, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true },
    logLevel: LogLevel.ERROR,
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  });
  return async (threads) => {
    const we = await readIdentity(client);
    let left = 0;
    for (const replies of threads) left += await removeReplies(client, replies, we);
    return left;
  };
}
