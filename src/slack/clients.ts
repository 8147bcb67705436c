import type { Logger } from '@slack/bolt';
import type { WebClient, WebClientOptions } from '@slack/web-api';
import { plainFetch } from './plain-fetch.ts';
import type { SlackOptions } from './slack-options.ts';

/** The two clients of a workspace. */
export interface Clients {
  /** A time limit, no retries of its own, 429 as an error at once. */
  readonly client: WebClient;
  /** For what a person waits for: a short time limit, one retry. */
  readonly checker: WebClient;
}

const CALL_MS = 10_000;
const CHECK_MS = 2_500;

/** Options of every client. */
export function clientOptionsOf(
  options: Pick<SlackOptions, 'callMs' | 'apiUrl' | 'fetch'>,
  logger: Logger,
): WebClientOptions & { readonly logger: Logger } {
  return {
    ...{ logger, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true },
    timeout: options.callMs ?? CALL_MS,
    ...(options.apiUrl === undefined ? {} : { slackApiUrl: options.apiUrl }),
    fetch: options.fetch ?? plainFetch,
  };
}

/** Both clients of a workspace, as `make` makes one. */
export function createClients(
  options: WebClientOptions,
  make: (options: WebClientOptions) => WebClient,
): Clients {
  return {
    client: make({ ...options }),
    checker: make({
      ...{ ...options, timeout: CHECK_MS },
      retryConfig: { retries: 1, minTimeout: 100, maxTimeout: 300 },
    }),
  };
}
