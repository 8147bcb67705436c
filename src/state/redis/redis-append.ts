import { Cluster } from 'ioredis';
import type { Shelf } from '../shelf.ts';
import { guarded } from './redis-fault.ts';
import { noteIndexes } from './redis-index.ts';
import { redisKeys } from './redis-keys.ts';
import type { Parts } from './redis-parts.ts';

/** Each part in its own slot: the thread, its indexes, what is unanswered. */
function inParts({ quick, fast }: Parts): Shelf['append'] {
  return async (mark, { id, record }, due) => {
    const { thread, key, until, now } = mark;
    const [fresh] = await Promise.all([
      quick('append', ...redisKeys.threadAll(thread), id, record, key, until - now, now),
      guarded(fast.zadd(redisKeys.unanswered, now, thread)),
      ...(due ? [guarded(fast.hdel(redisKeys.failed, thread))] : []),
      ...noteIndexes(quick, thread, mark),
    ]);
    return fresh === 1;
  };
}

/** Everything in one script, for a Redis that is one node. */
function inOne({ quick }: Parts): Shelf['append'] {
  return async ({ thread, key, until, now, indexes }, { id, record }, due) => {
    const keys = [
      ...redisKeys.threadAll(thread),
      ...[redisKeys.unanswered, redisKeys.failed],
      ...indexes.map(redisKeys.index),
    ];
    const event = [id, record, key, until - now, now];
    const beside = [thread, until, due ? 1 : 0];
    return (await quick('appendWhole', keys.length, ...keys, ...event, ...beside)) === 1;
  };
}

/** How an event is put on its thread's list; indexes are written beside it, never after. */
export const createAppend = (parts: Parts): Shelf['append'] =>
  parts.fast instanceof Cluster ? inParts(parts) : inOne(parts);
