import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/pipeline/settings/person-settings.ts';
import { forget } from '../../../src/state/forget.ts';
import { openState, type State } from '../../../src/state/open-state.ts';
import { DAY, keyLine, localHome, movableClock } from '../homes.ts';

const keyOf = (id: string) => ({ team: 'T0TEAM', kind: 'settings', id }) as const;
const MODULE = new URL('../../../src/state/open-state.ts', import.meta.url).href;

describe('records in a data file', () => {
  let home: Awaited<ReturnType<typeof localHome>>;
  let state: State;
  const clock = movableClock();
  const faults: string[] = [];
  beforeEach(async () => {
    faults.length = 0;
    home = await localHome();
    state = await home.open({ onFault: (code) => faults.push(code), now: clock.now });
    for (const [id, lens] of [
      ['a', 'cbt'],
      ['b', 'act'],
    ] as const) {
      const people = { people: ['U0ANNA'] };
      await state.records.change(keyOf(id), () => ({ ...DEFAULT_SETTINGS, lens }), people);
    }
  });
  afterEach(() => home.stop());
  const spoil = (sql: string) => {
    const db = new DatabaseSync(home.path);
    db.exec(sql);
    db.close();
  };
  const SWAP = `CREATE TEMP TABLE was AS SELECT * FROM records; UPDATE records
    SET record = (SELECT record FROM was WHERE was.name <> records.name)`;
  const FLIP = `UPDATE records SET record = substr(record, 1, length(record) - 1) ||
    CASE substr(record, -1) WHEN 'A' THEN 'Q' ELSE 'A' END`;
  const STRETCH = `UPDATE records SET record = replace(record, '.0.', '.zzzzzzzz.')`;

  it.each([
    ['put in the place of another', SWAP],
    ['changed by a character', FLIP],
    ['given another time', STRETCH],
  ])('are not used when they were %s, and can still be forgotten', async (_, sql) => {
    spoil(sql);
    await expect(state.records.read(keyOf('a'))).rejects.toMatchObject({ code: 'tampered' });
    await expect(state.records.change(keyOf('a'), () => DEFAULT_SETTINGS)).rejects.toMatchObject({
      code: 'tampered',
    });
    expect(await state.records.all('T0TEAM', 'settings')).toEqual([]);
    expect(faults).toContain('tampered');
    expect(await state.records.remove(keyOf('a'))).toBe(true);
    const options = { retentionMs: DAY, now: clock.now };
    await forget(state.store, { team: 'T0TEAM', user: 'U0ANNA' }, options);
    for (const id of ['a', 'b']) expect(await state.records.read(keyOf(id))).toBeNull();
  });

  it('an alarm that was changed from outside rings nobody and is reported', async () => {
    const rung: string[] = [];
    const alarm = { team: 'T0TEAM', kind: 'k', about: '', at: clock.now() };
    for (const id of ['x', 'y']) await state.alarms.set({ ...alarm, id });
    spoil('UPDATE alarms SET record = (SELECT record FROM alarms a2 ORDER BY a2.name LIMIT 1)');
    state.alarms.work(async ({ id }) => void rung.push(id));
    await state.alarms.look();
    expect(rung).toHaveLength(1);
    expect(faults).toContain('tampered');
  });

  it('an alarm rings again whose process was killed while it rang', async () => {
    const keys = keyLine('kill');
    const path = `${home.path}-killed`;
    const script = `import { openState } from ${JSON.stringify(MODULE)};
      const state = await openState(${JSON.stringify({ keys, path })});
      state.alarms.work(() => { console.log('rings'); return new Promise(() => {}); });
      await state.alarms.set({ team: 'T1', id: 'a', kind: 'k', about: 'x', at: 0 });
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const next = await openState({ keys, path, now: clock.now });
    const rung: string[] = [];
    next.alarms.work(async ({ about }) => void rung.push(about));
    await next.alarms.look();
    expect(rung).toEqual([]);
    clock.forward(61_000);
    await next.alarms.look();
    expect(rung).toEqual(['x']);
    await next.close();
  });
});
