import { describe, expect, it } from 'vitest';
import { openState } from '../../../src/state/open-state.ts';
import { redisKeys } from '../../../src/state/redis/redis-keys.ts';
import { threadKey, turn } from '../examples.ts';
import { keyLine } from '../homes.ts';
import { hasRedis, startRedis } from '../redis-server.ts';

describe.runIf(hasRedis)('depth', () => {
  it('tells how long work has waited, also after the search for lost work has begun it anew', async () => {
    const server = await startRedis();
    const state = await openState({ redisUrl: server.url, keys: keyLine('k'), works: false });
    expect(await state.depth()).toEqual({ threads: 0, failed: 0, oldestMs: 0 });
    const key = threadKey();
    await state.store.append(key, turn());
    await state.queue.wake(key);
    await new Promise((resolve) => setTimeout(resolve, 300));
    for (const thread of await server.client.zrange(redisKeys.unanswered, '0', '-1'))
      await server.client.zadd(redisKeys.unanswered, 'XX', Date.now(), thread);
    const { threads, oldestMs } = await state.depth();
    expect(threads).toBe(1);
    expect(oldestMs).toBeGreaterThanOrEqual(290);
    await state.close();
    await server.stop();
  });
});
