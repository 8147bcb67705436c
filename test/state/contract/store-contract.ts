import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { State } from '../../../src/state/open-state.ts';
import { act, caseThread, threadKey, turn } from '../examples.ts';
import { DAY, type Home, movableClock } from '../homes.ts';

const STALE = { code: 'stale' };

/** What both drivers promise about cases, waiting events and claims. */
export function storeContract(start: () => Promise<Home>): void {
  let home: Home;
  let state: State;
  const clock = movableClock();
  beforeEach(async () => {
    home = await start();
    state = await home.open({ now: clock.now });
  });
  afterEach(() => home.stop());

  describe('claim', () => {
    it('is won by the first caller only', async () => {
      expect(await state.store.claim('event-1', 1000)).toBe(true);
      expect(await state.store.claim('event-1', 1000)).toBe(false);
      expect(await state.store.claim('event-2', 1000)).toBe(true);
    });
    it('is won once by many callers at the same time', async () => {
      const won = await Promise.all(
        Array.from({ length: 20 }, () => state.store.claim('event-1', 1000)),
      );
      expect(won.filter(Boolean)).toHaveLength(1);
    });
    it('is free again after release and after its time', async () => {
      await state.store.claim('event-1', DAY);
      await state.store.release('event-1');
      expect(await state.store.claim('event-1', DAY)).toBe(true);
      clock.forward(DAY + 1);
      expect(await state.store.claim('event-1', DAY)).toBe(true);
    });
  });

  describe('append', () => {
    it('keeps the order and every field of turns and acts', async () => {
      const key = threadKey();
      const events = [turn({ id: 'b' }), turn({ id: 'a' }), act({ id: 'c' })];
      for (const event of events) await state.store.append(key, event);
      expect(await state.store.waiting(key)).toEqual(events);
      expect(await state.store.waiting(threadKey())).toEqual([]);
    });
    it('ignores an id that waits already or is done', async () => {
      const key = threadKey();
      expect(await state.store.append(key, turn({ id: 'a' }))).toBe(true);
      expect(await state.store.append(key, turn({ id: 'a' }))).toBe(false);
      expect(await state.store.waiting(key)).toHaveLength(1);
      await state.store.commit(key, caseThread(key), ['a'], DAY);
      expect(await state.store.append(key, turn({ id: 'a' }))).toBe(false);
      expect(await state.store.waiting(key)).toEqual([]);
    });
    it('refuses what could not be restored', async () => {
      const broken = { ...turn(), at: 'yesterday' as unknown as number };
      await expect(state.store.append(threadKey(), broken)).rejects.toMatchObject({
        code: 'unstorable',
      });
    });
  });

  describe('discard', () => {
    it('leaves nothing of a thread that has no case', async () => {
      const key = threadKey();
      await state.store.append(key, turn({ id: 'a' }));
      await state.store.discard(key, ['a']);
      expect(await state.store.kept(key.team)).toEqual([]);
      expect(await state.store.append(key, turn({ id: 'a' }))).toBe(false);
    });
    it('takes events off the list for good', async () => {
      const key = threadKey();
      for (const id of ['a', 'b', 'c']) await state.store.append(key, turn({ id }));
      await state.store.discard(key, ['b']);
      await state.store.append(key, turn({ id: 'b' }));
      expect((await state.store.waiting(key)).map(({ id }) => id)).toEqual(['a', 'c']);
    });
  });

  describe('commit', () => {
    it('saves the whole case and takes what is done, leaving the rest', async () => {
      const key = threadKey();
      for (const id of ['a', 'b']) await state.store.append(key, turn({ id }));
      const kase = caseThread(key);
      await state.store.commit(key, kase, ['a'], DAY);
      expect(await state.store.load(threadKey(key))).toEqual(kase);
      expect((await state.store.waiting(key)).map(({ id }) => id)).toEqual(['b']);
    });
    it('can be repeated by the one who committed before', async () => {
      const key = threadKey();
      await state.store.append(key, turn({ id: 'a' }));
      await state.store.commit(key, caseThread(key), ['a'], DAY);
      await state.store.commit(key, caseThread(key, { helpful: 'helpful' }), ['a'], DAY);
      expect((await state.store.load(key))?.helpful).toBe('helpful');
    });
    it('goes on from what was loaded, also in another process', async () => {
      const key = threadKey();
      await state.store.commit(key, caseThread(key), [], DAY);
      const other = await home.beside({ now: clock.now });
      const kase = await other.store.load(threadKey(key));
      if (kase === null) throw new Error('no case');
      await other.store.commit(kase.key, { ...kase, helpful: 'not-helpful' }, [], DAY);
      expect((await state.store.load(key))?.helpful).toBe('not-helpful');
    });
    it('is refused when the case was saved by another meanwhile', async () => {
      const key = threadKey();
      await state.store.commit(key, caseThread(key), [], DAY);
      const [mine, yours] = [threadKey(key), threadKey(key)];
      const kase = await state.store.load(mine);
      await state.store.load(yours);
      await state.store.commit(yours, caseThread(key, { helpful: 'helpful' }), [], DAY);
      await expect(
        state.store.commit(mine, kase ?? caseThread(key), [], DAY),
      ).rejects.toMatchObject(STALE);
      expect((await state.store.load(key))?.helpful).toBe('helpful');
    });
    it('brings back no case that was removed meanwhile', async () => {
      const key = threadKey();
      await state.store.commit(key, caseThread(key), [], DAY);
      await state.store.remove(threadKey(key));
      await expect(state.store.commit(key, caseThread(key), [], DAY)).rejects.toMatchObject(STALE);
      expect(await state.store.load(key)).toBeNull();
    });
    it('opens no case from an event that was removed or taken meanwhile', async () => {
      const key = threadKey();
      await state.store.append(key, turn({ id: 'a' }));
      await state.store.remove(threadKey(key));
      await expect(state.store.commit(key, caseThread(key), ['a'], DAY)).rejects.toMatchObject(
        STALE,
      );
      expect(await state.store.load(key)).toBeNull();
    });
    it('changes nothing when it is refused', async () => {
      const key = threadKey();
      await state.store.append(key, turn({ id: 'a' }));
      await expect(
        state.store.commit(key, caseThread(key), ['a', 'never'], DAY),
      ).rejects.toMatchObject(STALE);
      expect(await state.store.waiting(key)).toHaveLength(1);
      expect(await state.store.load(key)).toBeNull();
    });
  });

  describe('remove', () => {
    it('deletes the case and what waits, and a late copy does not come back', async () => {
      const key = threadKey();
      await state.store.append(key, turn({ id: 'a' }));
      await state.store.append(key, turn({ id: 'b' }));
      await state.store.commit(key, caseThread(key), ['a'], DAY);
      expect(await state.store.remove(key)).toBe(true);
      await state.store.append(key, turn({ id: 'b' }));
      expect(await state.store.load(key)).toBeNull();
      expect(await state.store.waiting(key)).toEqual([]);
      expect(await state.store.list(key.team)).toEqual([]);
      expect(await state.store.kept(key.team)).toEqual([]);
    });
    it('says when there was nothing', async () => {
      expect(await state.store.remove(threadKey())).toBe(false);
    });
    it('leaves room for a new case in the same thread', async () => {
      const key = threadKey();
      await state.store.commit(key, caseThread(key), [], DAY);
      await state.store.remove(key);
      const again = threadKey(key);
      await state.store.append(again, turn({ id: 'new' }));
      await state.store.commit(again, caseThread(key), ['new'], DAY);
      expect(await state.store.load(key)).not.toBeNull();
    });
  });

  describe('list', () => {
    it('names the cases of an install, and those a person brought', async () => {
      const [a, b] = [threadKey(), threadKey()];
      const [other, waits] = [threadKey({ team: 'T0OTHER' }), threadKey()];
      await state.store.commit(a, caseThread(a), [], DAY);
      await state.store.commit(b, caseThread(b, { author: 'U0BERT' }), [], DAY);
      await state.store.commit(other, caseThread(other), [], DAY);
      await state.store.append(waits, turn());
      const threads = async (team: string, user?: string) =>
        (await state.store.list(team, user)).map(({ thread }) => thread).sort();
      expect(await threads('T0TEAM')).toEqual([a.thread, b.thread].sort());
      expect(await threads('T0TEAM', 'U0BERT')).toEqual([b.thread]);
      expect(await threads('T0OTHER')).toEqual([other.thread]);
      expect(await threads('T0NONE')).toEqual([]);
    });
    it('does not count a thread for its former author', async () => {
      const key = threadKey();
      await state.store.commit(key, caseThread(key), [], DAY);
      await state.store.remove(key);
      const again = threadKey(key);
      await state.store.commit(again, caseThread(key, { author: 'U0BERT' }), [], DAY);
      expect(await state.store.list('T0TEAM', 'U0ANNA')).toEqual([]);
    });
  });

  describe('kept', () => {
    it('names threads that only wait, and those a person wrote in', async () => {
      const [brought, waits] = [threadKey(), threadKey()];
      await state.store.commit(brought, caseThread(brought), [], DAY);
      await state.store.append(brought, act({ by: 'U0BERT' }));
      await state.store.append(waits, turn({ author: 'U0BERT' }));
      const threads = async (user?: string) =>
        (await state.store.kept('T0TEAM', user)).map(({ thread }) => thread).sort();
      expect(await threads()).toEqual([brought.thread, waits.thread].sort());
      expect(await threads('U0BERT')).toEqual([brought.thread, waits.thread].sort());
      expect(await threads('U0ANNA')).toEqual([brought.thread]);
    });
  });

  describe('retention', () => {
    it('ends a case at its time, counted from its last save', async () => {
      const key = threadKey();
      await state.store.commit(key, caseThread(key), [], 30 * DAY);
      clock.forward(20 * DAY);
      expect(await state.store.load(key)).not.toBeNull();
      await state.store.commit(key, caseThread(key), [], 30 * DAY);
      clock.forward(29 * DAY);
      expect(await state.store.load(key)).not.toBeNull();
      clock.forward(2 * DAY);
      expect(await state.store.load(key)).toBeNull();
      expect(await state.store.list(key.team)).toEqual([]);
      await state.store.commit(key, caseThread(key), [], DAY);
      expect(await state.store.load(key)).not.toBeNull();
    });
    it('ends a waiting event at its time', async () => {
      const key = threadKey();
      await state.store.append(key, turn(), 2 * DAY);
      clock.forward(3 * DAY);
      expect(await state.store.waiting(key)).toEqual([]);
    });
    it('leaves nothing behind after a sweep', async () => {
      const keys = Array.from({ length: 3 }, () => threadKey());
      for (const key of keys) {
        await state.store.append(key, turn());
        await state.store.commit(key, caseThread(key), [], DAY);
      }
      clock.forward(400 * DAY);
      expect(await state.sweep()).toBeGreaterThan(0);
      clock.forward(-400 * DAY);
      for (const key of keys) expect(await state.store.load(key)).toBeNull();
      expect(await state.store.kept('T0TEAM')).toEqual([]);
    });
  });
}
