import { createHmac, randomBytes } from 'node:crypto';

const WAIT_MS = 8_000;

/** What an endpoint says to the question Slack itself asks when an address is entered; never throws. */
export async function askAddress(
  url: string,
  secret: string,
): Promise<'answered' | 'refused' | 'silent'> {
  const challenge = randomBytes(16).toString('hex');
  const body = JSON.stringify({ type: 'url_verification', challenge });
  const at = String(Math.floor(Date.now() / 1000));
  const hash = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
  try {
    const response = await fetch(url, {
      ...{ method: 'POST', body, redirect: 'error', signal: AbortSignal.timeout(WAIT_MS) },
      headers: {
        'content-type': 'application/json',
        'x-slack-request-timestamp': at,
        'x-slack-signature': `v0=${hash}`,
      },
    });
    return (await response.text()).includes(challenge) ? 'answered' : 'refused';
  } catch {
    return 'silent';
  }
}
