import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportAudit } from '../../../src/state/audit.ts';
import { forget } from '../../../src/state/forget.ts';
import type { State } from '../../../src/state/open-state.ts';
import { act, caseThread, said, threadKey, turn } from '../examples.ts';
import { DAY, type Home, keyLine, movableClock } from '../homes.ts';

const entry = (who: string, what: string, team = 'T0TEAM', at = Date.now()) => ({
  ...{ at, team, who, what, about: 'case-1' },
});

/** What both drivers promise about forgetting, the audit, keys, and what a database gives away. */
export function privacyContract(start: () => Promise<Home>): void {
  let home: Home;
  let state: State;
  const clock = movableClock();
  const options = { retentionMs: 30 * DAY, now: clock.now };
  beforeEach(async () => {
    home = await start();
    state = await home.open({ now: clock.now });
  });
  afterEach(() => home.stop());

  describe('audit', () => {
    it('gives back every line in order from a time on', async () => {
      const at = Date.now();
      const lines = [
        entry('U0ANNA', 'safety.in-hand', 'T0TEAM', at - 2 * DAY),
        entry('system', 'safety.open', 'T0TEAM', at - DAY),
        entry('U0BERT', 'turn.deleted', 'T0OTHER', at - DAY),
        entry('U0ANNA', 'act.shorter', 'T0TEAM', at),
      ];
      for (const line of lines) await state.store.record(line);
      expect(await state.store.audit(0)).toEqual(lines);
      expect(await state.store.audit(at - DAY)).toEqual(lines.slice(1));
      expect(await state.store.audit(at + 1)).toEqual([]);
    });
    it('shows the same tombstone for all lines of a forgotten person, and only for them', async () => {
      await state.store.record(entry('U0ANNA', 'one'));
      await state.store.record(entry('U0BERT', 'two'));
      await state.store.record(entry('U0ANNA', 'three'));
      await state.store.tombstone('T0TEAM', 'U0ANNA');
      await state.store.record(entry('U0ANNA', 'four'));
      const [one, two, three, four] = (await state.store.audit(0)).map(({ who }) => who);
      expect(one).toMatch(/^forgotten-/);
      expect(three).toBe(one);
      expect(two).toBe('U0BERT');
      expect(four).toBe('U0ANNA');
    });
    it('is exported as JSON Lines', async () => {
      const at = Date.UTC(2026, 0, 2);
      await state.store.record(entry('U0ANNA', 'one', 'T0TEAM', at));
      const lines: string[] = [];
      expect(await exportAudit(state.store, 0, (line) => lines.push(line))).toBe(1);
      expect(JSON.parse(lines.join(''))).toEqual({
        ...{ at: '2026-01-02T00:00:00.000Z', team: 'T0TEAM', who: 'U0ANNA', what: 'one' },
        about: 'case-1',
      });
    });
    it('ends after a year', async () => {
      await state.store.record(entry('U0ANNA', 'one', 'T0TEAM', clock.now()));
      clock.forward(366 * DAY);
      await state.sweep();
      clock.forward(-366 * DAY);
      expect(await state.store.audit(0)).toEqual([]);
    });
  });

  describe('forget', () => {
    it('of a thread deletes it and names our messages in it', async () => {
      const [key, other] = [threadKey(), threadKey()];
      for (const each of [key, other]) await state.store.commit(each, caseThread(each), [], DAY);
      const done = await forget(state.store, { thread: key }, options);
      expect(done).toEqual({
        ...{ threads: 1, stripped: 0 },
        replies: [{ key, known: ['1700000000.000200'], all: true }],
      });
      expect(await state.store.list('T0TEAM')).toEqual([other]);
      expect((await state.store.audit(0)).map(({ what }) => what)).toEqual(['forget.thread']);
    });
    it('of a person deletes their cases, their part in others, and their name in the audit', async () => {
      const [own, others, waits] = [threadKey(), threadKey(), threadKey()];
      await state.store.commit(own, caseThread(own), [], DAY);
      const kase = caseThread(others, { author: 'U0BERT', lastAt: clock.now() });
      const [first] = kase.turns;
      if (first === undefined) throw new Error('no turn');
      const turns = [
        { ...first, id: 'b', author: 'U0BERT' },
        { ...first, id: 'a', text: said('[Client] ANNAS-WORDS'), author: 'U0ANNA' },
      ];
      const replies = [
        { turn: 'b', ts: '1.1' },
        { turn: 'a', ts: '1.2' },
      ];
      await state.store.commit(others, { ...kase, turns, replies }, [], DAY);
      await state.store.append(others, act({ id: 'late', by: 'U0ANNA' }));
      await state.store.append(waits, turn({ author: 'U0ANNA' }));
      await state.store.record(entry('U0ANNA', 'act.shorter'));

      const done = await forget(state.store, { team: 'T0TEAM', user: 'U0ANNA' }, options);
      expect(done).toMatchObject({ threads: 2, stripped: 1 });
      expect(done.replies.map(({ known, all }) => [known.length, all])).toHaveLength(3);
      const rest = await state.store.load(others);
      expect(rest?.turns.map(({ id }) => id)).toEqual(['b']);
      expect(rest?.replies).toEqual([{ turn: 'b', ts: '1.1' }]);
      expect(rest?.assessment).toBeNull();
      expect(await state.store.waiting(others)).toEqual([]);
      expect(await state.store.list('T0TEAM')).toEqual([others]);
      expect(JSON.stringify(await state.store.audit(0))).not.toContain('U0ANNA');
    });
    it('of an install purges everything of it and nothing of another', async () => {
      const [one, two] = [threadKey(), threadKey({ team: 'T0OTHER' })];
      for (const key of [one, two]) {
        await state.store.commit(key, caseThread(key), [], DAY);
        await state.store.append(key, turn());
        await state.store.record(entry('U0ANNA', 'act.shorter', key.team));
      }
      await forget(state.store, { team: 'T0TEAM' }, options);
      expect(await state.store.kept('T0TEAM')).toEqual([]);
      expect(await state.store.kept('T0OTHER')).toEqual([two]);
      const audit = await state.store.audit(0);
      expect(JSON.stringify(audit)).not.toContain('T0TEAM');
      expect(audit.map(({ team }) => team)).toContain('T0OTHER');
    });
    it('repeats when a worker saves the case meanwhile', async () => {
      const key = threadKey();
      const kase = caseThread(key, { author: 'U0BERT', lastAt: clock.now() });
      await state.store.commit(key, kase, [], DAY);
      await state.store.append(key, act({ by: 'U0ANNA' }));
      let raced = false;
      const racing = {
        ...state.store,
        async commit(...given: Parameters<typeof state.store.commit>) {
          if (!raced) await state.store.commit(key, { ...kase, helpful: 'helpful' }, [], DAY);
          raced = true;
          await state.store.commit(...given);
        },
      };
      await forget(racing, { team: 'T0TEAM', user: 'U0ANNA' }, options);
      expect((await state.store.load(key))?.helpful).toBe('helpful');
    });
  });

  describe('rotate', () => {
    const [old, fresh] = [keyLine('old'), keyLine('new')];
    it('lets an old key go while the bot goes on working', async () => {
      await home.stop();
      home = await start();
      state = await home.open({ now: clock.now, keys: `${old},${fresh}` });
      const keys = Array.from({ length: 30 }, () => threadKey());
      for (const key of keys) {
        await state.store.append(key, turn({ id: `w-${key.thread}` }));
        await state.store.commit(key, caseThread(key), [], DAY);
        await state.store.record(entry('U0ANNA', 'one'));
      }
      const turner = await home.beside({ now: clock.now, keys: `${fresh},${old}` });
      const busy = (async () => {
        for (const key of keys) {
          await state.store.commit(key, caseThread(key, { helpful: 'helpful' }), [], DAY);
        }
      })();
      expect((await turner.rotate()).turned).toBeGreaterThan(30);
      await busy;
      expect((await turner.rotate()).left).toBe(0);
      await state.close();
      await turner.close();
      state = await home.open({ now: clock.now, keys: fresh });
      for (const key of keys) {
        expect((await state.store.load(key))?.helpful).toBe('helpful');
        expect(await state.store.waiting(key)).toHaveLength(1);
      }
      expect(await state.store.list('T0TEAM', 'U0ANNA')).toHaveLength(30);
      expect(await state.store.audit(0)).toHaveLength(30);
      expect((await state.store.audit(0))[0]?.who).toBe('U0ANNA');
    });
    it.each([
      ['a ring without the key of this data', fresh, 'key-unknown'],
      ['another key under the same id', keyLine('old'), 'key-wrong'],
    ])('is refused at the start for %s', async (_, keys, code) => {
      await home.stop();
      home = await start();
      await (await home.open({ keys: old })).close();
      await expect(home.open({ keys })).rejects.toMatchObject({ code });
    });
  });

  describe('a look into the database', () => {
    it('finds no word of a case and no id of a person, channel or workspace', async () => {
      const key = threadKey({ team: 'T0PLANTED', channel: 'C0PLANTED', thread: '1712345678.4242' });
      const words = said('[Client] PLANTED-WORDS about the fee');
      const given = { author: 'U0PLANTED', text: words };
      await state.store.append(key, turn({ ...given, id: 'PLANTED-TURN' }));
      await state.store.append(key, act({ by: 'U0PLANTED', value: 'wd-planted' }));
      const kase = caseThread(key, { author: 'U0PLANTED', shown: ['PLANTED-PHRASE'] });
      const [first] = kase.turns;
      if (first === undefined) throw new Error('no turn');
      await state.store.commit(key, { ...kase, turns: [{ ...first, ...given }] }, [], DAY);
      await state.store.claim('PLANTED-CLAIM:C0PLANTED', DAY);
      await state.store.record(entry('U0PLANTED', 'PLANTED-DEED', 'T0PLANTED'));
      await state.queue.wake(key);
      await state.queue.wake(key, 100_000);
      const dump = (await home.dump()) + (await home.files());
      expect(dump.length).toBeGreaterThan(500);
      expect(dump.match(/planted|went quiet|wd-minimal|T3-formulate|1712345678/gi)).toBeNull();
    });
    it('finds nothing of a case that was deleted', async () => {
      const key = threadKey();
      await state.store.commit(key, caseThread(key), [], DAY);
      const before = await home.dump();
      const sealed = /test\.[0-9a-z]+\.[A-Za-z0-9_-]{800,}/g;
      const record = before.match(sealed)?.[0].slice(0, 80) ?? '';
      expect(record).not.toBe('');
      await forget(state.store, { thread: key }, options);
      expect((await home.dump()).includes(record)).toBe(false);
    });
  });
}
