import { describe, expect, it } from 'vitest';
import { openState } from '../../../src/state/open-state.ts';
import { keyLine } from '../homes.ts';
import { hasRedis, startRedis } from '../redis-server.ts';

describe.runIf(hasRedis)('redisHealth', () => {
  it('finds a Redis with noeviction and an append-only file well', async () => {
    const server = await startRedis();
    const state = await openState({ redisUrl: server.url, keys: keyLine('k') });
    const findings = await state.health();
    expect(findings.map(({ id }) => id)).toEqual([
      ...['redis.version', 'redis.eviction', 'redis.aof', 'redis.memory'],
    ]);
    expect(findings.every(({ level, cure }) => level === 'ok' && cure === '')).toBe(true);
    await state.close();
    await server.stop();
  });
  it.each([
    ['maxmemory-policy', 'allkeys-lru', 'redis.eviction', 'fail'],
    ['appendonly', 'no', 'redis.aof', 'fail'],
    ['maxmemory', '1200000', 'redis.memory', 'warn'],
  ])('names %s %s with what to do', async (setting, value, id, level) => {
    const server = await startRedis();
    const state = await openState({ redisUrl: server.url, keys: keyLine('k') });
    await server.client.config('SET', setting, value);
    const found = (await state.health()).find((finding) => finding.id === id);
    expect(found?.level).toBe(level);
    expect(found?.cure).not.toBe('');
    await state.close();
    await server.stop();
  });
  it('has a code for a Redis that is full', async () => {
    const server = await startRedis();
    const state = await openState({ redisUrl: server.url, keys: keyLine('k') });
    await server.client.config('SET', 'maxmemory', '1');
    await expect(state.store.claim('a', 1000)).rejects.toMatchObject({ code: 'redis-full' });
    await server.client.config('SET', 'maxmemory', '0');
    await state.close();
    await server.stop();
  });
});
