import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, type RedisServer } from '../../test/state/redis-server.ts';
import { type Child, startBot, startChild } from './child.ts';
import { loadSteadily } from './load.ts';
import { startModelStub } from './model-stub.ts';
import { type Spread, spreadOf } from './percentile.ts';
import { botSettings } from './settings.ts';
import type { SlackStub } from './slack-stub.ts';
import { devWriteUps, textOfLength } from './write-ups.ts';

const LENGTH = 1_200;
const PACES = [5, 20, 100];
const MS = 3_000;
const PATIENCE_MS = 6_000;
const PLAIN = new URL('./plain-bolt.ts', import.meta.url).pathname;

/** Milliseconds from a message going out to the first post in its thread, at one pace. */
export interface Pace extends Spread {
  readonly perSecond: number;
  /** Threads with no post six seconds after the last message. */
  readonly unanswered: number;
}

/** First readings in the thread, by driver and pace, and what a plain handler does in the same run. */
export interface FirstReadings {
  readonly local: readonly Pace[];
  readonly redis: readonly Pace[];
  /** A Bolt handler that asks a model (a stub that takes `modelMs`) and posts what it says. */
  readonly plain: Pace & { readonly modelMs: number };
}

async function answers(slack: SlackStub, port: number, perSecond: number): Promise<Pace> {
  const writeUps = devWriteUps();
  const url = new URL(`http://127.0.0.1:${port}/slack/events`);
  const text = (nth: number) => textOfLength(writeUps, LENGTH, nth);
  const { sent } = await loadSteadily(url, text, { ms: MS, perSecond });
  const missing = () => [...sent.keys()].filter((thread) => !slack.posted.has(thread)).length;
  const until = performance.now() + PATIENCE_MS;
  while (missing() > 0 && performance.now() < until) await sleep(50);
  const times = [...sent].flatMap(([thread, at]) => {
    const posted = slack.posted.get(thread);
    return posted === undefined ? [] : [posted - at];
  });
  return { ...spreadOf(times), perSecond, unanswered: missing() };
}

/** Every pace after a short one that warms the processes, which are stopped at the end. */
async function everyPace(
  slack: SlackStub,
  port: number,
  bots: readonly Child[],
  paces: readonly number[] = PACES,
): Promise<Pace[]> {
  await answers(slack, port, 10);
  const measured: Pace[] = [];
  for (const pace of paces) measured.push(await answers(slack, port, pace));
  await Promise.all(bots.map((bot) => bot.stop()));
  return measured;
}

async function local(slack: SlackStub): Promise<Pace[]> {
  const folder = mkdtempSync(join(tmpdir(), 'impasse-speed-'));
  const port = await freePort();
  const more = { IMPASSE_DATA: join(folder, 'impasse.sqlite') };
  const bot = await startBot(botSettings(slack.url, port, more));
  try {
    return await everyPace(slack, port, [bot]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function redisPaces(slack: SlackStub, redis: RedisServer): Promise<Pace[]> {
  // What an earlier part of the run put there would be answered first.
  await redis.client.flushall();
  const port = await freePort();
  const shared = botSettings(slack.url, port, { REDIS_URL: redis.url });
  const bots = await Promise.all([
    startBot({ ...shared, IMPASSE_ROLE: 'ingress' }),
    startBot({ ...shared, IMPASSE_ROLE: 'worker' }),
  ]);
  return everyPace(slack, port, bots);
}

/** Measures both drivers and the plain handler, one after the other. */
export async function measureFirstReadings(
  slack: SlackStub,
  redis: RedisServer,
): Promise<FirstReadings> {
  const model = await startModelStub();
  const port = await freePort();
  const settings = { ...botSettings(slack.url, port), MODEL_URL: model.url };
  const handler = await startChild(PLAIN, settings);
  const [plain] = await everyPace(slack, port, [handler], [20]);
  model.stop();
  return {
    local: await local(slack),
    redis: await redisPaces(slack, redis),
    plain: { ...(plain as Pace), modelMs: model.ms },
  };
}
