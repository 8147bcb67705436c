import type { FailedThread } from '../engine.ts';
import type { RedisClient } from './connect.ts';
import { guarded } from './redis-fault.ts';
import { redisKeys } from './redis-keys.ts';
import { defineScripts } from './scripts.ts';

/** Something unanswered for so long has lost its job. */
const OVERDUE_MS = 30_000;
const RESCUE_PAGE = 500;
const FAILED_KEPT_MS = 30 * 24 * 60 * 60 * 1000;

function readFailed(thread: string, text: string): FailedThread {
  const [at, tries, code = ''] = text.split(' ');
  return { thread, at: Number(at), tries: Number(tries), code };
}

/** What is kept in Redis about work beside the jobs: attempts, what was given up, what is unanswered. */
export function createLedger(patient: RedisClient, now: () => number) {
  const run = defineScripts(patient);
  const failed = async () =>
    Object.entries(await guarded(patient.hgetall(redisKeys.failed))).map(([thread, text]) =>
      readFailed(thread, text),
    );
  return {
    failed,
    count: async (thread: string, by: number) =>
      Number(await run('attempt', redisKeys.tries(thread), by)),
    forgetTries: (thread: string) => guarded(patient.del(redisKeys.tries(thread))),
    async fail(thread: string, tries: number, code: string): Promise<void> {
      await guarded(patient.zrem(redisKeys.unanswered, thread));
      if ((await guarded(patient.exists(redisKeys.threadKey(thread)))) === 0) return;
      await guarded(patient.hset(redisKeys.failed, thread, `${now()} ${tries} ${code}`));
    },
    async dropOldFailed(): Promise<void> {
      for (const { thread, at } of await failed()) {
        if (at < now() - FAILED_KEPT_MS) await guarded(patient.hdel(redisKeys.failed, thread));
      }
    },
    /** Threads whose events have waited too long for a job that is on its way. */
    async overdue(): Promise<string[]> {
      const until = now() - OVERDUE_MS;
      const range = ['-inf', until, 'LIMIT', 0, RESCUE_PAGE] as const;
      const overdue: string[] = [];
      for (const thread of await guarded(patient.zrangebyscore(redisKeys.unanswered, ...range))) {
        if ((await guarded(patient.exists(redisKeys.order(thread)))) === 1) overdue.push(thread);
        else await run('settle', redisKeys.unanswered, thread, until);
      }
      return overdue;
    },
    postpone: (thread: string) => guarded(patient.zadd(redisKeys.unanswered, 'XX', now(), thread)),
  };
}
