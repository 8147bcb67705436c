import { percentile, rounded } from '../speed/percentile.ts';
import { type Costs, SLACK } from './assumptions.ts';
import type { Arrival } from './week.ts';

/** How many processes receive and how many answer. */
export interface Fleet {
  readonly ingress: number;
  readonly workers: number;
}

/** How a week went; waits in milliseconds from a message to its first answer. */
export interface Week {
  readonly messages: number;
  readonly presses: number;
  /** Arrivals in the busiest second. */
  readonly peakASecond: number;
  readonly p50: number;
  readonly p99: number;
  /** The same if Slack let us post without limit: what our own processes cost. */
  readonly ownP99: number;
  /** Share of the week's busiest hour in which the busiest kind of process worked. */
  readonly busiestHour: number;
}

const HOUR = 3600;

/** Processes that take whoever comes first; each does one thing at a time. */
function createPool(size: number) {
  const free = new Float64Array(size);
  const worked = new Map<number, number>();
  return {
    /** When work of so many seconds that comes at `at` is done. */
    take(at: number, seconds: number): number {
      let first = 0;
      for (let nth = 1; nth < size; nth += 1) {
        if ((free[nth] as number) < (free[first] as number)) first = nth;
      }
      const done = Math.max(at, free[first] as number) + seconds;
      free[first] = done;
      const hour = Math.floor(at / HOUR);
      worked.set(hour, (worked.get(hour) ?? 0) + seconds);
      return done;
    },
    busiest: () => Math.max(0, ...worked.values()) / (HOUR * size),
  };
}

/** When Slack lets a post into a channel: a bucket that holds a few and fills once a second. */
function createChannels() {
  const buckets = new Map<number, { left: number; at: number }>();
  return (channel: number, at: number): number => {
    const { left, at: since } = buckets.get(channel) ?? { left: SLACK.burst, at };
    const now = Math.max(at, since);
    const have = Math.min(SLACK.burst, left + (now - since) * SLACK.postsASecond);
    const wait = have >= 1 ? 0 : (1 - have) / SLACK.postsASecond;
    buckets.set(channel, { left: have + wait * SLACK.postsASecond - 1, at: now + wait });
    return now + wait;
  };
}

function peakOf(arrivals: readonly Arrival[]): number {
  const seconds = new Map<number, number>();
  for (const { at } of arrivals) {
    const second = Math.floor(at);
    seconds.set(second, (seconds.get(second) ?? 0) + 1);
  }
  return [...seconds.values()].reduce((most, count) => Math.max(most, count), 0);
}

/** Plays a week through the ingress processes, the workers and Slack's limits. */
export function simulate(arrivals: readonly Arrival[], fleet: Fleet, costs: Costs): Week {
  const ingress = createPool(fleet.ingress);
  const workers = createPool(fleet.workers);
  const posted = createChannels();
  const waits: number[] = [];
  const own: number[] = [];
  for (const { at, kind, channel } of arrivals) {
    const press = kind === 'press';
    const taken = ingress.take(at, (press ? costs.pressMs : costs.ingressMs) / 1000);
    const ready = workers.take(taken, costs.turnMs / 1000);
    // A press changes a message that stands, which Slack limits far less.
    if (press) continue;
    const call = costs.slackMs / 1000;
    own.push((ready + call - at) * 1000);
    waits.push((posted(channel, ready) + call - at) * 1000);
  }
  return {
    ...{ messages: waits.length, presses: arrivals.length - waits.length },
    ...{ peakASecond: peakOf(arrivals) },
    ...{ p50: rounded(percentile(waits, 0.5), 0), p99: rounded(percentile(waits, 0.99), 0) },
    ownP99: rounded(percentile(own, 0.99), 0),
    busiestHour: rounded(Math.max(ingress.busiest(), workers.busiest())),
  };
}
