import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/pipeline/settings/person-settings.ts';
import { DEFAULT_POLICY } from '../../../src/pipeline/settings/workspace-policy.ts';
import { forget } from '../../../src/state/forget.ts';
import type { State } from '../../../src/state/open-state.ts';
import { caseThread, threadKey } from '../examples.ts';
import { DAY, type Home, keyLine, movableClock } from '../homes.ts';

const settingsOf = (id: string, team = 'T0TEAM') => ({ team, kind: 'settings', id }) as const;
const mine = settingsOf('U0ANNA');
const policyOf = (team: string) => ({ team, kind: 'policy', id: '' }) as const;
const chosen = { ...DEFAULT_SETTINGS, lens: 'cbt' } as const;

/** What both drivers promise about records beside the cases. */
export function recordsContract(start: () => Promise<Home>): void {
  let home: Home;
  let state: State;
  const clock = movableClock();
  beforeEach(async () => {
    home = await start();
    state = await home.open({ now: clock.now });
  });
  afterEach(() => home.stop());

  const keep = (key: typeof mine, options = {}) => state.records.change(key, () => chosen, options);

  describe('change', () => {
    it('keeps a value, also for another process', async () => {
      expect(await state.records.read(mine)).toBeNull();
      expect(await keep(mine)).toEqual(chosen);
      const other = await home.beside({ now: clock.now });
      expect(await other.records.read(mine)).toEqual(chosen);
      expect(await other.records.read(settingsOf('U0BERT'))).toBeNull();
      expect(await other.records.read(settingsOf('U0ANNA', 'T0OTHER'))).toBeNull();
    });
    it('loses no change when many change one record at the same time', async () => {
      const other = await home.beside({ now: clock.now });
      const add = (count: number) =>
        (count % 2 === 0 ? state : other).records.change(policyOf('T0TEAM'), (now) => {
          const policy = now ?? DEFAULT_POLICY;
          return { ...policy, onCall: [...policy.onCall, `U${count}`] };
        });
      await Promise.all(Array.from({ length: 20 }, (_, count) => add(count)));
      const { onCall = [] } = (await state.records.read(policyOf('T0TEAM'))) ?? {};
      expect(new Set(onCall).size).toBe(20);
    });
    it('leaves the record as it is for the same object, and removes it for null', async () => {
      await keep(mine, { ttlMs: DAY });
      clock.forward(DAY / 2);
      await state.records.change(mine, (now) => now, { ttlMs: DAY });
      clock.forward(DAY / 2 + 1);
      expect(await state.records.read(mine)).toBeNull();
      await keep(mine);
      expect(await state.records.change(mine, () => null)).toBeNull();
      expect(await state.records.read(mine)).toBeNull();
      expect(await state.records.remove(mine)).toBe(false);
    });
    it('refuses what could not be restored', async () => {
      const broken = { ...chosen, lens: 'astrology' as 'cbt' };
      await expect(state.records.change(mine, () => broken)).rejects.toMatchObject({
        code: 'unstorable',
      });
    });
  });

  describe('time', () => {
    it('ends a record, and lets a new one live its own time', async () => {
      await keep(mine, { ttlMs: DAY });
      clock.forward(DAY + 1);
      expect(await state.records.read(mine)).toBeNull();
      expect(await state.records.all('T0TEAM', 'settings')).toEqual([]);
      await keep(mine, { ttlMs: DAY });
      clock.forward(DAY - 1000);
      expect(await state.records.read(mine)).toEqual(chosen);
    });
    it('goes on as it was told when a later change says nothing of it', async () => {
      await keep(mine, { ttlMs: DAY });
      await state.records.change(mine, (now) => now && { ...now, followUps: false });
      clock.forward(DAY + 1);
      expect(await state.records.read(mine)).toBeNull();
    });
    it('never ends for a record of which none was told', async () => {
      await keep(mine);
      clock.forward(4000 * DAY);
      await state.sweep();
      expect(await state.records.read(mine)).toEqual(chosen);
      expect(await state.records.all('T0TEAM', 'settings')).toHaveLength(1);
    });
    it('leaves nothing behind after a sweep', async () => {
      await keep(mine, { ttlMs: DAY });
      clock.forward(2 * DAY);
      expect(await state.sweep()).toBeGreaterThan(0);
      clock.forward(-2 * DAY);
      expect(await state.records.read(mine)).toBeNull();
    });
  });

  describe('all', () => {
    it('names every record of a kind in an install, with none of another', async () => {
      for (const id of ['U0ANNA', 'U0BERT', 'U0GONE']) await keep(settingsOf(id));
      await keep(settingsOf('U0ANNA', 'T0OTHER'));
      await state.records.change(policyOf('T0TEAM'), () => DEFAULT_POLICY);
      await state.records.remove(settingsOf('U0GONE'));
      const all = await state.records.all('T0TEAM', 'settings');
      expect(all.map(({ id }) => id).sort()).toEqual(['U0ANNA', 'U0BERT']);
      expect(all[0]?.value).toEqual(chosen);
      expect(await state.records.all('T0TEAM', 'policy')).toHaveLength(1);
    });
    it('names a record once that was removed and kept again', async () => {
      await keep(mine);
      await state.records.remove(mine);
      await keep(mine);
      expect(await state.records.all('T0TEAM', 'settings')).toHaveLength(1);
    });
  });

  describe('forget', () => {
    const options = { retentionMs: 30 * DAY, now: clock.now };
    it('of a person removes what names them, and nothing of others', async () => {
      await keep(mine, { people: ['U0ANNA'] });
      await keep(settingsOf('U0BERT'), { people: ['U0BERT'] });
      await keep(settingsOf('shared'), { people: ['U0BERT', 'U0ANNA'] });
      await keep(settingsOf('nobody'));
      await keep(settingsOf('U0ANNA', 'T0OTHER'), { people: ['U0ANNA'] });
      await forget(state.store, { team: 'T0TEAM', user: 'U0ANNA' }, options);
      const ids = (await state.records.all('T0TEAM', 'settings')).map(({ id }) => id);
      expect(ids.sort()).toEqual(['U0BERT', 'nobody']);
      expect(await state.records.all('T0OTHER', 'settings')).toHaveLength(1);
    });
    it('still finds a record that was changed, with the people it was kept for', async () => {
      await keep(mine, { people: ['U0ANNA'] });
      await state.records.change(mine, (now) => now && { ...now, followUps: false });
      await keep(settingsOf('moved'), { people: ['U0ANNA'] });
      await state.records.change(settingsOf('moved'), () => ({ ...chosen }), { people: [] });
      await forget(state.store, { team: 'T0TEAM', user: 'U0ANNA' }, options);
      expect(await state.records.read(mine)).toBeNull();
      expect(await state.records.read(settingsOf('moved'))).not.toBeNull();
    });
    it('of an install removes everything of it and nothing of another', async () => {
      for (const team of ['T0TEAM', 'T0OTHER']) {
        await state.records.change(policyOf(team), () => DEFAULT_POLICY);
        await keep(settingsOf('U0ANNA', team));
      }
      await forget(state.store, { team: 'T0TEAM' }, options);
      expect(await state.records.read(policyOf('T0TEAM'))).toBeNull();
      expect(await state.records.all('T0TEAM', 'settings')).toEqual([]);
      expect(await state.records.read(policyOf('T0OTHER'))).toEqual(DEFAULT_POLICY);
    });
    it('of a thread removes what is bound to it, by whatever way the thread goes', async () => {
      const [forgotten, deleted, other] = [threadKey(), threadKey(), threadKey()];
      await keep(settingsOf('a'), { thread: forgotten });
      await keep(settingsOf('b'), { thread: deleted });
      await keep(settingsOf('c'), { thread: other });
      await state.store.commit(deleted, caseThread(deleted), [], DAY);
      await forget(state.store, { thread: forgotten }, options);
      expect(await state.store.remove(deleted)).toBe(true);
      const ids = (await state.records.all('T0TEAM', 'settings')).map(({ id }) => id);
      expect(ids).toEqual(['c']);
    });
  });

  describe('keys', () => {
    it('turn for records as well', async () => {
      const [old, fresh] = [keyLine('old'), keyLine('new')];
      await home.stop();
      home = await start();
      state = await home.open({ now: clock.now, keys: `${old},${fresh}` });
      for (let count = 0; count < 5; count += 1) await keep(settingsOf(`U${count}`));
      const turner = await home.beside({ now: clock.now, keys: `${fresh},${old}` });
      expect((await turner.rotate()).turned).toBeGreaterThan(5);
      expect((await turner.rotate()).left).toBe(0);
      await state.close();
      await turner.close();
      state = await home.open({ now: clock.now, keys: fresh });
      expect(await state.records.all('T0TEAM', 'settings')).toHaveLength(5);
    });
  });

  it('give away no id and no word to a look into the database, and go wholly', async () => {
    const planted = settingsOf('U0PLANTED', 'T0PLANTED');
    const policy = { ...DEFAULT_POLICY, contacts: { ...DEFAULT_POLICY.contacts, duty: 'PLANTED' } };
    await keep(planted, { people: ['U0PLANTED'], thread: threadKey({ channel: 'C0PLANTED' }) });
    await state.records.change(policyOf('T0PLANTED'), () => policy);
    const dump = (await home.dump()) + (await home.files());
    expect(dump.match(/planted|settings|policy/gi)).toBeNull();
    const sealed = dump
      .match(/test\.0\.[A-Za-z0-9_-]{300,}/g)
      ?.map((record) => record.slice(0, 80));
    expect(sealed?.length).toBeGreaterThan(1);
    await forget(state.store, { team: 'T0PLANTED' }, { retentionMs: DAY, now: clock.now });
    const after = await home.dump();
    expect(sealed?.filter((record) => after.includes(record))).toEqual([]);
  });
}
