import type { WebClient } from '@slack/web-api';
import { DeliveryError, failureOf } from './delivery-error.ts';
import type { SlackLog } from './slack-log.ts';

/**
 * The direct conversation with a person; null when there can be none.
 * @throws DeliveryError when it is worth another try
 */
export async function openDirect(
  client: WebClient,
  user: string,
  log: SlackLog,
): Promise<string | null> {
  try {
    const { channel } = await client.conversations.open({ users: user });
    return channel?.id ?? null;
  } catch (error) {
    const failure = failureOf(error);
    const { kind, code } = failure;
    if (kind === 'later' || kind === 'unsure') {
      throw new DeliveryError('later', code, failure.afterMs);
    }
    log.warn('slack.no-direct', { code });
    return null;
  }
}
