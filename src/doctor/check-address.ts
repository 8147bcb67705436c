import { createHmac, randomBytes } from 'node:crypto';
import type { Finding, Report } from './finding.ts';

const WAIT_MS = 8_000;

/** What the endpoint says to the question Slack itself asks when an address is entered. */
async function ask(url: string, secret: string): Promise<'answered' | 'refused' | 'silent'> {
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

/** Asks the bot's public address what Slack asks it, signed with the same secret. */
export async function checkAddress(
  url: string,
  secret: string,
  report: Report,
): Promise<Finding[]> {
  const asked = await ask(url, secret);
  if (asked === 'answered') return [report.ok('address')];
  return [report.fault(asked === 'refused' ? 'address.refused' : 'address.silent')];
}
