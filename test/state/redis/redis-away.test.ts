import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openState, type State } from '../../../src/state/open-state.ts';
import { caseThread, threadKey, turn } from '../examples.ts';
import { DAY, keyLine } from '../homes.ts';
import { freePort, hasRedis, type RedisServer, startRedis } from '../redis-server.ts';

const KEYS = keyLine('test');
const SOON = { timeout: 10_000, interval: 20 };
const nobody = async () => {};

async function timed(work: Promise<unknown>): Promise<{ code: unknown; ms: number }> {
  const start = performance.now();
  const code = await work.then(
    () => 'ok',
    (error: unknown) => (error as { code?: unknown }).code,
  );
  return { code, ms: performance.now() - start };
}

describe.runIf(hasRedis)('Redis away', () => {
  let server: RedisServer;
  let state: State;
  const faults: string[] = [];
  beforeEach(async () => {
    server = await startRedis();
    const onFault = (code: string) => void faults.push(code);
    state = await openState({ redisUrl: server.url, keys: KEYS, onFault });
    faults.length = 0;
  });
  afterEach(async () => {
    await state.close(500);
    await server.stop();
  });

  it('is told to the ingress within a second, by code and without a word of the case', async () => {
    await server.kill();
    const key = threadKey();
    for (const ask of [
      () => state.store.append(key, turn()),
      () => state.store.claim('event', 1000),
      () => state.queue.wake(key),
    ]) {
      const { code, ms } = await timed(ask());
      expect(code).toBe('redis-away');
      expect(ms).toBeLessThan(1500);
    }
    await vi.waitFor(() => expect(faults).toContain('redis-away'), SOON);
  });
  it('and back lets the ingress go on by itself, with all that was confirmed before', async () => {
    const key = threadKey();
    await state.store.append(key, turn({ id: 'before' }));
    await server.restart();
    await vi.waitFor(() => state.store.append(key, turn({ id: 'after' })), SOON);
    expect((await state.store.waiting(key)).map(({ id }) => id)).toEqual(['before', 'after']);
  });
  it('in the middle of a turn lets the turn be saved when it is back', async () => {
    const key = threadKey();
    const began = Promise.withResolvers<void>();
    const free = Promise.withResolvers<void>();
    state.queue.work(async (woken) => {
      const ids = (await state.store.waiting(woken)).map(({ id }) => id);
      began.resolve();
      await free.promise;
      await state.store.commit(woken, caseThread(woken), ids, DAY);
    }, nobody);
    await state.store.append(key, turn({ id: 'a' }));
    await state.queue.wake(key);
    await began.promise;
    await server.kill();
    free.resolve();
    await new Promise((resolve) => setTimeout(resolve, 500));
    await server.start();
    await vi.waitFor(async () => expect(await state.store.load(key)).not.toBeNull(), SOON);
    expect(await state.store.waiting(key)).toEqual([]);
  });
  it('and back lets the worker take what waits', async () => {
    const seen: string[] = [];
    state.queue.work(async ({ thread }) => void seen.push(thread), nobody);
    await server.restart();
    const key = threadKey();
    await vi.waitFor(() => state.store.append(key, turn()), SOON);
    await vi.waitFor(() => state.queue.wake(key), SOON);
    await vi.waitFor(() => expect(seen).toContain(key.thread), SOON);
  });
  it('for a worker whose lock ran out stops its turn, and another takes it', async () => {
    const key = threadKey();
    const signals: AbortSignal[] = [];
    state.queue.work(async (_, signal) => {
      signals.push(signal);
      if (signals.length === 1) await once(signal, 'abort');
    }, nobody);
    await state.store.append(key, turn({ id: 'a' }));
    await state.queue.wake(key);
    await vi.waitFor(() => expect(signals).toHaveLength(1), SOON);
    for (const lock of await server.client.keys('*:lock')) await server.client.del(lock);
    await vi.waitFor(() => expect(signals).toHaveLength(2), SOON);
    expect(signals[0]?.aborted).toBe(true);
    expect(signals[1]?.aborted).toBe(false);
    expect(faults).toContain('overtaken');
  }, 15_000);
  it('at the start is said within seconds', async () => {
    const redisUrl = `redis://127.0.0.1:${await freePort()}`;
    const { code, ms } = await timed(openState({ redisUrl, keys: KEYS }));
    expect(code).toBe('redis-away');
    expect(ms).toBeLessThan(6000);
  });
});

describe.runIf(hasRedis)('every key in Redis', () => {
  it('expires, but for the index key and the queue itself', async () => {
    const server = await startRedis();
    const state = await openState({ redisUrl: server.url, keys: KEYS });
    const key = threadKey();
    await state.store.append(key, turn({ id: 'a' }));
    await state.store.append(key, turn({ id: 'b' }));
    await state.store.commit(key, caseThread(key), ['a'], 30 * DAY);
    await state.store.claim('event', DAY);
    await state.store.record({ at: Date.now(), team: 'T', who: 'U', what: 'w', about: 'a' });
    await state.queue.wake(key);
    const lasting: string[] = [];
    for (const name of await server.client.keys('*')) {
      const ttl = await server.client.pttl(name);
      if (ttl < 0) lasting.push(name);
      else expect(ttl).toBeLessThanOrEqual(367 * DAY);
    }
    const [name = ''] = (await server.client.keys('impasse:{t:*}:case')) ?? [];
    expect(await server.client.pttl(name)).toBeGreaterThan(29 * DAY);
    expect(lasting.filter((each) => !each.startsWith('{impasse}:'))).toEqual(['impasse:meta']);
    await state.close();
    await server.stop();
  });
});
