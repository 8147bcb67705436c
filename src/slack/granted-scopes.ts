import type { WebClient } from '@slack/web-api';
import { LATE, within } from './within.ts';

const ASK_MS = 1_500;

/** The scopes Slack says it granted, or null when it does not answer in time. */
export async function grantedScopes(client: WebClient): Promise<readonly string[] | null> {
  const answer = await within(client.auth.test(), ASK_MS).catch((): typeof LATE => LATE);
  return answer === LATE ? null : (answer.response_metadata?.scopes ?? null);
}
