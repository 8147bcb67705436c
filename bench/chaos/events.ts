import { createHmac, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from './random.ts';
import { BOT, type Message, TEAM } from './workspace.ts';

/** How deliveries went. */
interface Deliveries {
  delivered: number;
  /** Deliveries after the first of an event. */
  repeated: number;
  /** Events Slack stopped sending after its last try. */
  abandoned: number;
  /** Why deliveries failed, by reason. */
  readonly failures: Record<Failure, number>;
}

export const SIGNING_SECRET = 'chaos-signing-secret';
/** Slack's own times: three seconds to answer, tries again at once, after a minute and after five. */
const ANSWER_MS = 3000;
/** Its pauses, a minute and five of them made twelve times shorter. */
const PAUSES_MS = [0, 50, 5_000, 25_000];

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

/** True when nobody listened there, so that a load balancer goes on to the next. */
const nobodyThere = (error: unknown) =>
  error instanceof Error &&
  (error.cause as { code?: unknown } | undefined)?.code === 'ECONNREFUSED';

const failureOf = (error: unknown): Failure =>
  error instanceof Error && error.name === 'TimeoutError' ? 'http_timeout' : 'connection_failed';

/** One delivery to the first of these addresses where somebody listens; null when it was accepted. */
async function once(urls: readonly string[], body: string, retry: number, reason: Failure | null) {
  for (const url of urls) {
    try {
      const { status } = await fetch(url, {
        ...{ method: 'POST', body, headers: signed(body, retry, reason) },
        signal: AbortSignal.timeout(ANSWER_MS),
      });
      return status >= 200 && status < 300 ? null : 'http_error';
    } catch (error) {
      if (!nobodyThere(error)) return failureOf(error);
    }
  }
  return 'connection_failed';
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

/** Delivers events through a load balancer over the ingress addresses, again and again as Slack does. */
export function createDeliverer(urls: readonly string[], random: Random) {
  const failures = { http_timeout: 0, connection_failed: 0, http_error: 0 };
  const counts: Deliveries = { delivered: 0, repeated: 0, abandoned: 0, failures };
  const running = new Set<Promise<void>>();

  async function deliver(body: string): Promise<void> {
    let reason: Failure | null = null;
    for (const [retry, pause] of PAUSES_MS.entries()) {
      await sleep(pause);
      if (retry > 0) counts.repeated += 1;
      const order = random.chance(0.5) ? urls : urls.toReversed();
      reason = await once(order, body, retry, reason);
      if (reason === null) {
        counts.delivered += 1;
        return;
      }
      failures[reason] += 1;
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
