import type { RecordShelf } from '../record-shelf.ts';
import { guarded } from './redis-fault.ts';
import { redisKeys } from './redis-keys.ts';
import type { Parts } from './redis-parts.ts';

/** The records beside the cases in Redis, each in a slot of its own; Slack waits for most of them. */
export function createRedisRecords({
  fast,
  quick,
  sure,
  now,
}: Pick<Parts, 'fast' | 'quick' | 'sure' | 'now'>): RecordShelf {
  return {
    get: (name) => guarded(fast.get(redisKeys.record(name))),
    async put({ name, stands, next, until }) {
      const ttl = until === 0 ? 0 : Math.max(1, until - now());
      return (await quick('putRecord', redisKeys.record(name), stands ?? '', next, ttl)) === 1;
    },
    drop: async (name, stands) =>
      (await sure('dropRecord', redisKeys.record(name), stands ?? '')) === 1,
  };
}
