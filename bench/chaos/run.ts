import { newKey } from '../../src/state/new-key.ts';
import { openState } from '../../src/state/open-state.ts';
import { dumpOf } from '../../test/state/homes.ts';
import { freePort, type RedisServer, startRedis } from '../../test/state/redis-server.ts';
import { createStriker, planBlows } from './blows.ts';
import { createDeliverer, SIGNING_SECRET } from './events.ts';
import { type Member, startMember } from './fleet.ts';
import { findLeaks, type Leaks } from './leaks.ts';
import { allAnswered, letPeopleWrite, type Talk } from './people.ts';
import { createRandom } from './random.ts';
import { startSlackApi } from './slack-api.ts';
import { judge } from './verdict.ts';
import { CHANNELS, Workspace } from './workspace.ts';

/** How much is to happen. */
export interface Plan {
  readonly turns: number;
  readonly seed: number;
  readonly kills: number;
  readonly restarts: number;
  readonly minutes: number;
}

/** What happened and what came of it. */
export interface Report {
  readonly ok: boolean;
  readonly seed: number;
  /** Messages people wrote. */
  readonly turns: number;
  readonly lost: number;
  readonly unfinished: number;
  readonly duplicates: number;
  readonly outOfOrder: number;
  readonly answers: number;
  readonly kills: number;
  readonly restarts: number;
  readonly rateLimited: number;
  readonly serverErrors: number;
  readonly dropped: number;
  /** Calls Slack refused for what they held, by method and error word. */
  readonly refused: Readonly<Record<string, number>>;
  /** Private notes people got, by their first words. */
  readonly notes: Readonly<Record<string, number>>;
  readonly repeatedEvents: number;
  /** Events Slack gave up on after its fourth try. */
  readonly abandonedEvents: number;
  readonly failedDeliveries: Readonly<Record<string, number>>;
  readonly leaks: Leaks;
  /** Longest time a process took to stop when asked, in milliseconds; null when one had to be killed. */
  readonly slowestStopMs: number | null;
  readonly seconds: number;
}

const FLEET = ['ingress', 'ingress', 'worker', 'worker'] as const;

async function startFleet(
  settings: Readonly<Record<string, string>>,
  ports: readonly number[],
  log: (text: string) => void,
): Promise<Member[]> {
  return Promise.all(
    FLEET.map((role, place) =>
      startMember(role, { ...settings, PORT: String(ports[place] ?? 0) }, log),
    ),
  );
}

async function restart(redis: RedisServer, awayMs: number): Promise<void> {
  await redis.kill();
  await new Promise((resolve) => setTimeout(resolve, awayMs));
  await redis.start();
}

async function stopAll(members: readonly Member[]): Promise<number | null> {
  const took = await Promise.all(members.map((member) => member.stop()));
  return took.some((ms) => ms === null) ? null : Math.round(Math.max(...took.map(Number)));
}

/**
 * One run; everything it starts listens on the loopback address and is ended by it, early when `stop`
 * fires. Turns that could not be told in time are not counted as told.
 */
export async function chaos(plan: Plan, stop: AbortSignal): Promise<Report> {
  const started = performance.now();
  const over = AbortSignal.any([stop, AbortSignal.timeout(plan.minutes * 60_000)]);
  const random = (part: number) => createRandom(plan.seed * 1000 + part);
  const keys = newKey(new Date());
  const logs: string[] = [];
  const workspace = new Workspace();
  const redis = await startRedis(['--maxmemory-policy', 'noeviction']);
  const api = await startSlackApi(workspace, random(1));
  const ports = [await freePort(), await freePort()];
  const settings = {
    ...{ SLACK_BOT_TOKEN: 'xoxb-chaos', SLACK_SIGNING_SECRET: SIGNING_SECRET },
    ...{ SLACK_API_URL: api.url, IMPASSE_CHANNELS: CHANNELS.join(','), IMPASSE_KEYS: keys },
    ...{ REDIS_URL: redis.url, LOG_LEVEL: 'debug', IMPASSE_LIMIT_PERSON: '0' },
  };
  const members = await startFleet(settings, ports, (text) => void logs.push(text));
  let stopped = false;
  try {
    const urls = ports.map((port) => `http://127.0.0.1:${port}/slack/events`);
    const deliverer = createDeliverer(urls, random(2));
    const blows = planBlows(random(3), plan.kills, plan.restarts);
    const striker = createStriker(blows, members, (ms) => restart(redis, ms), random(4));
    const talk: Talk = { workspace, deliverer, random: random(5), turns: plan.turns, over };
    await letPeopleWrite(talk, striker.reach);
    await striker.reach(1);
    await striker.over();
    await deliverer.quiet();
    await allAnswered(talk);
    const slowestStopMs = await stopAll(members);
    stopped = true;
    const state = await openState({ keys, redisUrl: redis.url, works: false });
    const verdict = await judge(workspace, state.store);
    await state.close();
    const places = { redis: await dumpOf(redis.client), files: redis.files(), logs: logs.join('') };
    const leaks = findLeaks(places, workspace);
    const faults = [
      verdict.lost,
      verdict.unfinished,
      verdict.duplicates,
      verdict.outOfOrder,
      ...Object.values(leaks),
    ];
    return {
      ok: faults.every((count) => count === 0) && workspace.written() === plan.turns,
      ...{
        seed: plan.seed,
        turns: workspace.written(),
        ...verdict,
        ...striker.survived,
        ...api.unkind,
      },
      repeatedEvents: deliverer.counts.repeated,
      abandonedEvents: deliverer.counts.abandoned,
      failedDeliveries: deliverer.counts.failures,
      ...{ leaks, slowestStopMs, seconds: Math.round((performance.now() - started) / 1000) },
    };
  } finally {
    if (!stopped) await stopAll(members);
    api.stop();
    await redis.stop();
  }
}
