import { freePort, type RedisServer } from '../../test/state/redis-server.ts';
import { startBot, startChild } from './child.ts';
import { loadFully, loadSteadily, type Taken } from './load.ts';
import { rounded, type Spread } from './percentile.ts';
import { botSettings } from './settings.ts';
import type { SlackStub } from './slack-stub.ts';
import { devWriteUps, textOfLength } from './write-ups.ts';

const LENGTH = 400;
const FULL = { ms: 4_000, atOnce: 16 };
/** A server that runs for days is what is measured: both take some thousand messages before. */
const WARM = { ms: 6_000, atOnce: 16 };
const STEADY = { ms: 5_000, perSecond: 200 };
const PLAIN = new URL('./plain-bolt.ts', import.meta.url).pathname;

/** Our ingress (screen, de-identify, store, enqueue) beside a Bolt app that does nothing. */
export interface IngressSpeed {
  readonly empty: Pick<Taken, 'acknowledged' | 'perSecond' | 'refused'>;
  readonly ours: Pick<Taken, 'acknowledged' | 'perSecond' | 'refused'>;
  /** Requests a second of ours as a share of the empty app's. */
  readonly share: number;
  /** Milliseconds until ours acknowledged at 200 a second. */
  readonly steady: Spread;
}

/** Measures one server: warm first, then all it can take. */
async function most(url: URL, text: (nth: number) => string): Promise<Taken> {
  await loadFully(url, text, WARM);
  return loadFully(url, text, FULL);
}

/** Measures both in the same run, one after the other, against the same Redis and the same stub. */
export async function measureIngress(slack: SlackStub, redis: RedisServer): Promise<IngressSpeed> {
  const writeUps = devWriteUps();
  const text = (nth: number) => textOfLength(writeUps, LENGTH, nth);
  const ports = [await freePort(), await freePort()] as const;
  const urls = ports.map((port) => new URL(`http://127.0.0.1:${port}/slack/events`));
  const settings = botSettings(slack.url, ports[0]);
  const plain = await startChild(PLAIN, settings);
  const empty = await most(urls[0] as URL, text);
  await plain.stop();
  const more = { REDIS_URL: redis.url, IMPASSE_ROLE: 'ingress' };
  const bot = await startBot(botSettings(slack.url, ports[1], more));
  const ours = await most(urls[1] as URL, text);
  const steady = await loadSteadily(urls[1] as URL, text, STEADY);
  await bot.stop();
  return {
    ...{ empty, ours, share: rounded(ours.perSecond / Math.max(1, empty.perSecond)) },
    steady: steady.acknowledged,
  };
}
