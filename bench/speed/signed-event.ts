import { createHmac } from 'node:crypto';
import { CHANNEL, TEAM } from './slack-stub.ts';

export const SIGNING_SECRET = 'speed-signing-secret';
const BOT = 'U0IMPASSE';
const PEOPLE = 400;

/** One mention as Slack sends it over HTTP, with what names its thread. */
export interface SignedEvent {
  readonly thread: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

let count = 0;

/** A new mention with this text, from one of several hundred people, signed now. */
export function signedMention(text: string): SignedEvent {
  count += 1;
  const seconds = Math.floor(Date.now() / 1000);
  const ts = `${seconds}.${String(count % 1_000_000).padStart(6, '0')}`;
  const user = `U0PERSON${String(count % PEOPLE).padStart(4, '0')}`;
  const body = JSON.stringify({
    ...{ type: 'event_callback', event_id: `Ev${ts}`, event_time: seconds, token: 'x' },
    ...{ api_app_id: 'A0SPEED', team_id: TEAM },
    event: { type: 'app_mention', user, channel: CHANNEL, ts, text: `<@${BOT}> ${text}` },
    authorizations: [{ enterprise_id: null, team_id: TEAM, user_id: BOT, is_bot: true }],
  });
  const hash = createHmac('sha256', SIGNING_SECRET).update(`v0:${seconds}:${body}`).digest('hex');
  return {
    thread: ts,
    body,
    headers: {
      'content-type': 'application/json',
      'x-slack-request-timestamp': String(seconds),
      'x-slack-signature': `v0=${hash}`,
    },
  };
}
