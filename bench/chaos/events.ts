import { createHmac, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from './random.ts';
import { BOT, type Message, TEAM } from './workspace.ts';

/** How deliveries went. */
export interface Deliveries {
  delivered: number;
  /** Deliveries after the first of an event. */
  repeated: number;
  /** Events Slack stopped sending after its last try. */
  abandoned: number;
}

export const SIGNING_SECRET = 'chaos-signing-secret';
/** Slack's own times: three seconds to answer, tries again at once, after a minute and after five. */
const ANSWER_MS = 3000;
/** Its pauses, a minute and five of them made twenty times shorter. */
const PAUSES_MS = [0, 50, 3_000, 15_000];

type Failure = 'http_timeout' | 'connection_failed' | 'http_error';

function signed(body: string, retry: number, reason: Failure | null): Record<string, string> {
  const at = String(Math.floor(Date.now() / 1000));
  const hash = createHmac('sha256', SIGNING_SECRET).update(`v0:${at}:${body}`).digest('hex');
  return {
    'content-type': 'application/json',
    'x-slack-request-timestamp': at,
    'x-slack-signature': `v0=${hash}`,
    ...(reason === null
      ? {}
      : { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': reason }),
  };
}

async function once(url: string, body: string, retry: number, reason: Failure | null) {
  try {
    const { status } = await fetch(url, {
      ...{ method: 'POST', body, headers: signed(body, retry, reason) },
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    return status >= 200 && status < 300 ? null : ('http_error' as const);
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError';
    return late ? ('http_timeout' as const) : ('connection_failed' as const);
  }
}

/** The payload of one event, as Slack sends it. */
function envelope(type: 'app_mention' | 'message', message: Message): string {
  const { ts, channel, thread, user, text } = message;
  const inThread = thread === ts ? {} : { thread_ts: thread };
  const kind = type === 'message' ? { channel_type: 'channel' } : {};
  return JSON.stringify({
    ...{
      type: 'event_callback',
      event_id: `Ev${randomUUID()}`,
      event_time: Math.floor(Number(ts)),
    },
    ...{ token: 'x', api_app_id: 'A0CHAOS', team_id: TEAM },
    event: { type, user, channel, ts, text, event_ts: ts, ...inThread, ...kind },
    authorizations: [{ enterprise_id: null, team_id: TEAM, user_id: BOT.user, is_bot: true }],
  });
}

/** Delivers events to any of the ingress addresses, again and again as Slack does. */
export function createDeliverer(urls: readonly string[], random: Random) {
  const counts: Deliveries = { delivered: 0, repeated: 0, abandoned: 0 };
  const running = new Set<Promise<void>>();

  async function deliver(body: string): Promise<void> {
    let reason: Failure | null = null;
    for (const [retry, pause] of PAUSES_MS.entries()) {
      await sleep(pause);
      if (retry > 0) counts.repeated += 1;
      reason = await once(random.pick(urls), body, retry, reason);
      if (reason === null) {
        counts.delivered += 1;
        return;
      }
    }
    counts.abandoned += 1;
  }

  return {
    counts,
    /** Sends what Slack sends for a message: an event, and a second one when it mentions the bot. */
    send(message: Message): void {
      const mentions = message.text.includes(`<@${BOT.user}>`);
      const types = mentions ? (['app_mention', 'message'] as const) : (['message'] as const);
      for (const type of types) {
        const work = deliver(envelope(type, message)).finally(() => running.delete(work));
        running.add(work);
      }
    },
    /** Resolves when nothing is being sent any more. */
    quiet: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
