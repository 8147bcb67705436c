import type { WebClient } from '@slack/web-api';
import { LATE, within } from './within.ts';

const LINK_MS = 1_500;

/** The address of a message, or null when Slack does not give it in time. */
export async function threadLink(
  client: WebClient,
  channel: string,
  ts: string,
): Promise<string | null> {
  const asked = client.chat.getPermalink({ channel, message_ts: ts });
  const answer = await within(asked, LINK_MS).catch((): typeof LATE => LATE);
  return answer === LATE ? null : (answer.permalink ?? null);
}
