import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ThreadKey } from '../../../src/pipeline/message.ts';
import type { State } from '../../../src/state/open-state.ts';
import { caseThread, threadKey, turn } from '../examples.ts';
import { DAY, type Home, movableClock } from '../homes.ts';

const SOON = { timeout: 8000, interval: 10 };
const nobody = async () => {};
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What both drivers promise about work on threads. */
export function queueContract(start: () => Promise<Home>): void {
  let home: Home;
  let state: State;
  const clock = movableClock();
  beforeEach(async () => {
    home = await start();
    state = await home.open({ now: clock.now });
  });
  afterEach(() => home.stop());

  const post = async (key: ThreadKey, id: string) => {
    await state.store.append(key, turn({ id }));
    await state.queue.wake(key);
  };

  describe('work', () => {
    it('hands over the key of the thread that was woken', async () => {
      const seen: ThreadKey[] = [];
      state.queue.work(async (key) => void seen.push(key), nobody);
      const key = threadKey();
      await post(key, 'a');
      await vi.waitFor(() => expect(seen).toEqual([key]), SOON);
    });
    it('is handed over when it is enqueued, a second time only as known', async () => {
      const seen: ThreadKey[] = [];
      const key = threadKey();
      expect(await state.store.enqueue(key, turn({ id: 'a' }))).toBe(true);
      expect(await state.store.enqueue(key, turn({ id: 'a' }))).toBe(false);
      state.queue.work(async (woken) => {
        seen.push(woken);
        await state.store.discard(woken, ['a']);
      }, nobody);
      await vi.waitFor(() => expect(seen).toEqual([key]), SOON);
      expect(await state.store.enqueue(key, turn({ id: 'a' }))).toBe(false);
    });
    it('takes what was woken before it began', async () => {
      const key = threadKey();
      await post(key, 'a');
      const seen: string[] = [];
      state.queue.work(async ({ thread }) => void seen.push(thread), nobody);
      await vi.waitFor(() => expect(seen).toEqual([key.thread]), SOON);
    });
    it('answers one thread one turn at a time and in order, quick followers together', async () => {
      const key = threadKey();
      const batches: string[][] = [];
      let inside = 0;
      let most = 0;
      state.queue.work(async (woken) => {
        inside += 1;
        most = Math.max(most, inside);
        const ids = (await state.store.waiting(woken)).map(({ id }) => id);
        await pause(60);
        const kase = (await state.store.load(woken)) ?? caseThread(woken);
        if (ids.length > 0) {
          batches.push(ids);
          await state.store.commit(woken, kase, ids, DAY);
        }
        inside -= 1;
      }, nobody);
      await post(key, 'a');
      await vi.waitFor(() => expect(inside).toBe(1), SOON);
      for (const id of ['b', 'c', 'd']) await post(key, id);
      await vi.waitFor(() => expect(batches.flat()).toHaveLength(4), SOON);
      expect(batches).toEqual([['a'], ['b', 'c', 'd']]);
      expect(most).toBe(1);
    });
    it('works on different threads side by side', async () => {
      const inside = new Set<string>();
      const free = Promise.withResolvers<void>();
      state.queue.work(async ({ thread }) => {
        inside.add(thread);
        await free.promise;
      }, nobody);
      const keys = [threadKey(), threadKey(), threadKey()];
      for (const key of keys) await post(key, key.thread);
      await vi.waitFor(() => expect(inside.size).toBe(3), SOON);
      free.resolve();
    });
    it('does not lose a wake that comes at the very end of the work', async () => {
      const key = threadKey();
      let runs = 0;
      state.queue.work(async (woken) => {
        runs += 1;
        if (runs === 1) await state.queue.wake(woken);
      }, nobody);
      await post(key, 'a');
      await vi.waitFor(() => expect(runs).toBe(2), SOON);
    });
    it('does nothing for a thread that was deleted before its turn came', async () => {
      const [gone, kept] = [threadKey(), threadKey()];
      await post(gone, 'a');
      await state.store.remove(gone);
      await post(kept, 'b');
      const seen: string[] = [];
      state.queue.work(async ({ thread }) => void seen.push(thread), nobody);
      await vi.waitFor(() => expect(seen).toContain(kept.thread), SOON);
      expect(seen).not.toContain(gone.thread);
    });
  });

  describe('wake with a delay', () => {
    it('waits its time, while a wake without one is not held up', async () => {
      const [late, soon] = [threadKey(), threadKey()];
      const seen: string[] = [];
      state.queue.work(async ({ thread }) => void seen.push(thread), nobody);
      await state.queue.wake(late, 700);
      await state.queue.wake(soon);
      await vi.waitFor(() => expect(seen).toEqual([soon.thread]), SOON);
      await vi.waitFor(() => expect(seen).toEqual([soon.thread, late.thread]), SOON);
    });
    it('does not put off a wake of the same thread that comes after it', async () => {
      const key = threadKey();
      let runs = 0;
      state.queue.work(async () => {
        runs += 1;
      }, nobody);
      await state.queue.wake(key, 20_000);
      await state.queue.wake(key);
      await vi.waitFor(() => expect(runs).toBe(1), SOON);
    });
  });

  describe('failure', () => {
    it('is repeated and then goes well', async () => {
      const key = threadKey();
      let runs = 0;
      const gaveUp = vi.fn(nobody);
      state.queue.work(async () => {
        runs += 1;
        if (runs < 3) throw new Error('PLANTED-WORDS');
      }, gaveUp);
      await post(key, 'a');
      await vi.waitFor(() => expect(runs).toBe(3), SOON);
      expect(gaveUp).not.toHaveBeenCalled();
      expect((await home.files()).includes('PLANTED-WORDS')).toBe(false);
    });
    it('gives up after its attempts, keeps the thread without text, and tries again when asked', async () => {
      await state.close();
      state = await home.open({ now: clock.now, attempts: 2 });
      const key = threadKey();
      let broken = true;
      let runs = 0;
      const given: unknown[] = [];
      state.queue.work(
        async () => {
          runs += 1;
          if (broken) throw Object.assign(new Error('PLANTED-WORDS'), { code: 'slack.no' });
        },
        async (woken, { code }) => void given.push([woken, code]),
      );
      await post(key, 'a');
      await vi.waitFor(() => expect(given).toEqual([[key, 'slack.no']]), SOON);
      await vi.waitFor(
        async () => expect(await state.failed()).toMatchObject([{ tries: 2, code: 'slack.no' }]),
        SOON,
      );
      expect(runs).toBe(2);
      expect(await state.store.waiting(key)).toHaveLength(1);
      expect((await home.files()).includes('PLANTED-WORDS')).toBe(false);
      broken = false;
      await state.queue.wake(key);
      await vi.waitFor(() => expect(runs).toBe(3), SOON);
      expect(await state.failed()).toEqual([]);
    });
    it('is forgotten when something new is enqueued', async () => {
      await state.close();
      state = await home.open({ now: clock.now, attempts: 1 });
      const key = threadKey();
      let broken = true;
      let runs = 0;
      state.queue.work(async () => {
        runs += 1;
        if (broken) throw new Error('no');
      }, nobody);
      await state.store.enqueue(key, turn({ id: 'a' }));
      await vi.waitFor(async () => expect(await state.failed()).toHaveLength(1), SOON);
      broken = false;
      await state.store.enqueue(key, turn({ id: 'b' }));
      expect(await state.failed()).toEqual([]);
      await vi.waitFor(() => expect(runs).toBe(2), SOON);
    });
    it('of the apology is repeated too', async () => {
      await state.close();
      state = await home.open({ now: clock.now, attempts: 1 });
      let told = 0;
      state.queue.work(
        async () => {
          throw new Error('no');
        },
        async () => {
          told += 1;
          if (told === 1) throw new Error('no');
        },
      );
      await post(threadKey(), 'a');
      await vi.waitFor(async () => expect(await state.failed()).toHaveLength(1), SOON);
      expect(told).toBe(2);
    });
    it('that asks for a wait is not counted', async () => {
      await state.close();
      state = await home.open({ now: clock.now, attempts: 1 });
      let runs = 0;
      const gaveUp = vi.fn(nobody);
      state.queue.work(async () => {
        runs += 1;
        if (runs < 4) throw Object.assign(new Error('slow down'), { retryAfterMs: 50 });
      }, gaveUp);
      await post(threadKey(), 'a');
      await vi.waitFor(() => expect(runs).toBe(4), SOON);
      expect(gaveUp).not.toHaveBeenCalled();
    });
    it('holds up no other thread', async () => {
      const [bad, good] = [threadKey(), threadKey()];
      const seen: string[] = [];
      state.queue.work(async ({ thread }) => {
        if (thread === bad.thread) throw new Error('no');
        seen.push(thread);
      }, nobody);
      await post(bad, 'a');
      await post(good, 'b');
      await vi.waitFor(() => expect(seen).toEqual([good.thread]), SOON);
    });
  });

  describe('close', () => {
    it('waits for what runs and leaves the rest for the next start', async () => {
      const [first, second] = [threadKey(), threadKey()];
      await state.close();
      state = await home.open({ now: clock.now, concurrency: 1 });
      const ended: string[] = [];
      const began = Promise.withResolvers<void>();
      state.queue.work(async ({ thread }) => {
        began.resolve();
        await pause(100);
        ended.push(thread);
      }, nobody);
      await post(first, 'a');
      await began.promise;
      await post(second, 'b');
      await state.close();
      expect(ended).toEqual([first.thread]);
      state = await home.open({ now: clock.now });
      state.queue.work(async ({ thread }) => void ended.push(thread), nobody);
      await vi.waitFor(() => expect(ended).toContain(second.thread), SOON);
    });
    it('hands back what takes too long', async () => {
      const key = threadKey();
      const began = Promise.withResolvers<void>();
      state.queue.work(async (_, signal) => {
        began.resolve();
        await new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(new Error('stopped')));
        });
      }, nobody);
      await post(key, 'a');
      await began.promise;
      const before = performance.now();
      await state.queue.close(400);
      expect(performance.now() - before).toBeLessThan(1500);
      await state.close();
      state = await home.open({ now: clock.now });
      const seen: string[] = [];
      state.queue.work(async ({ thread }) => void seen.push(thread), nobody);
      await vi.waitFor(() => expect(seen).toEqual([key.thread]), SOON);
    });
    it('loses no thread whose wake never came', async () => {
      const key = threadKey();
      await state.store.append(key, turn());
      await state.close();
      clock.forward(60_000);
      state = await home.open({ now: clock.now });
      const seen: string[] = [];
      state.queue.work(async ({ thread }) => void seen.push(thread), nobody);
      await vi.waitFor(() => expect(seen).toContain(key.thread), SOON);
    });
  });
}
