import type { ThreadMark } from '../shelf.ts';
import { redisKeys } from './redis-keys.ts';
import type { RunScript } from './scripts.ts';

/** Notes a member under indexes, each in a slot of its own. */
export function noteIndexes(
  run: RunScript,
  member: string,
  { indexes, until, now }: Pick<ThreadMark, 'indexes' | 'until' | 'now'>,
): Promise<unknown>[] {
  return indexes.map((name) =>
    run('index', redisKeys.index(name), member, until, Math.max(1, until - now), now),
  );
}
