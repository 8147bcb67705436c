import { setTimeout as sleep } from 'node:timers/promises';
import type { Member } from './fleet.ts';
import type { Random } from './random.ts';

/** One thing that goes wrong when so much of the talk has begun. */
interface Blow {
  readonly share: number;
  readonly what: 'worker' | 'ingress' | 'redis';
  readonly awayMs: number;
}

/** Blows that may be due and not dealt yet. */
const MOST_DUE = 1;

/** What was survived. */
interface Survived {
  kills: number;
  restarts: number;
}

/** The seeded plan: kills of workers and of ingress and restarts of Redis, spread over the run. */
export function planBlows(random: Random, kills: number, restarts: number): Blow[] {
  const blows = Array.from({ length: kills + restarts }, (_, place): Blow => {
    const share = 0.03 + (0.92 * (place + random.next())) / (kills + restarts);
    const isRedis =
      Math.floor(((place + 1) * restarts) / (kills + restarts)) >
      Math.floor((place * restarts) / (kills + restarts));
    const process = random.chance(0.65) ? 'worker' : 'ingress';
    return { share, what: isRedis ? 'redis' : process, awayMs: random.between(100, 1500) };
  });
  return blows.sort((a, b) => a.share - b.share);
}

/** Deals the blows one after the other; one member of a role is always left standing. */
export function createStriker(
  plan: readonly Blow[],
  members: readonly Member[],
  restartRedis: (awayMs: number) => Promise<void>,
  random: Random,
) {
  const survived: Survived = { kills: 0, restarts: 0 };
  const waiting = [...plan];
  const raising: Promise<void>[] = [];

  async function strike({ what, awayMs }: Blow): Promise<void> {
    if (what === 'redis') {
      await restartRedis(awayMs);
      survived.restarts += 1;
      return;
    }
    const own = members.filter(({ role }) => role === what);
    while (!own.every((member) => member.isUp())) await sleep(50);
    raising.push(random.pick(own).kill(awayMs));
    survived.kills += 1;
  }

  let due = 0;
  let queue = Promise.resolve();
  return {
    survived,
    /** Deals everything that is due at this share of the talk; the talk waits when blows pile up. */
    async reach(share: number): Promise<void> {
      for (let next = waiting[0]; next && next.share <= share; next = waiting[0]) {
        const blow = next;
        waiting.shift();
        due += 1;
        queue = queue
          .then(() => strike(blow))
          .finally(() => {
            due -= 1;
          });
      }
      while (due > MOST_DUE) await sleep(50);
    },
    /** Resolves when every blow is dealt and everybody stands again. */
    over: async () => {
      await queue;
      await Promise.all(raising);
    },
  };
}
