import type { WebClient } from '@slack/web-api';
import { DeliveryError, failureOf } from './delivery-error.ts';

/**
 * Deletes a message of ours. False when Slack lets it stand for a reason that trying again will not
 * change; one that is gone already counts as deleted.
 * @throws DeliveryError when it is worth another try
 */
export async function removeMessage(
  client: WebClient,
  channel: string,
  ts: string,
): Promise<boolean> {
  try {
    await client.chat.delete({ channel, ts });
    return true;
  } catch (error) {
    const failure = failureOf(error);
    const { kind, code } = failure;
    if (kind === 'later' || kind === 'unsure')
      throw new DeliveryError('later', code, failure.afterMs);
    return code === 'message_not_found';
  }
}
