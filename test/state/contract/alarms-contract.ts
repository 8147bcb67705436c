import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Alarm } from '../../../src/pipeline/ports.ts';
import { forget } from '../../../src/state/forget.ts';
import type { State } from '../../../src/state/open-state.ts';
import { threadKey } from '../examples.ts';
import { DAY, type Home, keyLine, movableClock } from '../homes.ts';

const MINUTE = 60_000;

/** What both drivers promise about durable timers. */
export function alarmsContract(start: () => Promise<Home>): void {
  let home: Home;
  let state: State;
  const clock = movableClock();
  const alarm = (id: string, inMs = DAY, given: Partial<Alarm> = {}): Alarm => ({
    ...{ team: 'T0TEAM', id, kind: 'follow-up', about: `about-${id}`, at: clock.now() + inMs },
    ...given,
  });
  const ringing = (given: State) => {
    const rung: Alarm[] = [];
    given.alarms.work(async (each) => void rung.push(each));
    return rung;
  };
  const ids = (rung: readonly Alarm[]) => rung.map(({ id }) => id).sort();
  beforeEach(async () => {
    home = await start();
    state = await home.open({ now: clock.now, tickMs: 600_000 });
  });
  afterEach(() => home.stop());

  it('ring once when they are due, with what was set', async () => {
    const rung = ringing(state);
    const set = alarm('a');
    await state.alarms.set(set);
    await state.alarms.set(alarm('b', 3 * DAY));
    await state.alarms.look();
    expect(rung).toEqual([]);
    clock.forward(DAY + 1);
    await state.alarms.look();
    await state.alarms.look();
    expect(rung).toEqual([set]);
  });
  it('ring all that is due, a few at a time', async () => {
    for (let count = 0; count < 30; count += 1) await state.alarms.set(alarm(`a${count}`, -1));
    let inside = 0;
    let most = 0;
    const seen = new Set<string>();
    state.alarms.work(async ({ id }) => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 5));
      seen.add(id);
      inside -= 1;
    });
    await state.alarms.look();
    expect(seen.size).toBe(30);
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(4);
  });
  it('by themselves when their time comes soon', async () => {
    const rung = ringing(state);
    await state.alarms.set(alarm('soon', 30));
    await vi.waitFor(() => expect(ids(rung)).toEqual(['soon']), { timeout: 5000, interval: 10 });
  });
  it('move when they are set again, and are silent once cleared', async () => {
    const rung = ringing(state);
    await state.alarms.set(alarm('a', DAY));
    await state.alarms.set(alarm('a', 3 * DAY, { about: 'moved' }));
    await state.alarms.set(alarm('b', DAY));
    expect(await state.alarms.clear('T0TEAM', 'b')).toBe(true);
    expect(await state.alarms.clear('T0TEAM', 'b')).toBe(false);
    clock.forward(2 * DAY);
    await state.alarms.look();
    expect(rung).toEqual([]);
    clock.forward(2 * DAY);
    await state.alarms.look();
    expect(rung.map(({ about }) => about)).toEqual(['moved']);
  });
  it('go on when they set themselves again while they ring', async () => {
    const rung: number[] = [];
    state.alarms.work(async (each) => {
      rung.push(each.at);
      await state.alarms.set({ ...each, at: each.at + 7 * DAY });
    });
    await state.alarms.set(alarm('weekly', DAY));
    for (let week = 0; week < 3; week += 1) {
      clock.forward(7 * DAY);
      await state.alarms.look();
    }
    expect(rung).toHaveLength(3);
  });
  it('ring again after a growing pause when ringing fails, and then no more', async () => {
    let tries = 0;
    state.alarms.work(async () => {
      tries += 1;
      if (tries < 4) throw new Error('Slack is away');
    });
    await state.alarms.set(alarm('a', 0));
    await state.alarms.look();
    await state.alarms.look();
    expect(tries).toBe(1);
    clock.forward(MINUTE / 2 + 1);
    await state.alarms.look();
    expect(tries).toBe(2);
    clock.forward(MINUTE / 2 + 1);
    await state.alarms.look();
    expect(tries).toBe(2);
    clock.forward(2 * MINUTE);
    await state.alarms.look();
    clock.forward(DAY);
    await state.alarms.look();
    clock.forward(DAY);
    await state.alarms.look();
    expect(tries).toBe(4);
  });
  it('wait as long as a fault asks them to', async () => {
    let tries = 0;
    state.alarms.work(async () => {
      tries += 1;
      throw Object.assign(new Error('rate limited'), { retryAfterMs: 5 * MINUTE });
    });
    await state.alarms.set(alarm('a', 0));
    await state.alarms.look();
    clock.forward(4 * MINUTE);
    await state.alarms.look();
    expect(tries).toBe(1);
    clock.forward(2 * MINUTE);
    await state.alarms.look();
    expect(tries).toBe(2);
  });
  it('ring after a restart, also when the process ended while they rang', async () => {
    await state.alarms.set(alarm('waits', DAY));
    await state.alarms.set(alarm('cut-off', 0));
    const begun = Promise.withResolvers<void>();
    state.alarms.work(async (_, signal) => {
      begun.resolve();
      await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject()));
    });
    await begun.promise;
    await state.close(100);
    state = await home.open({ now: clock.now, tickMs: 600_000 });
    const rung = ringing(state);
    await state.alarms.look();
    expect(ids(rung)).toEqual(['cut-off']);
    clock.forward(DAY + 1);
    await state.alarms.look();
    expect(ids(rung)).toEqual(['cut-off', 'waits']);
  });
  it('ring again when their ringer has gone without a word', async () => {
    await state.alarms.set(alarm('a', 0));
    const other = await home.beside({ now: clock.now, tickMs: 600_000 });
    const begun = Promise.withResolvers<void>();
    const never = Promise.withResolvers<void>();
    other.alarms.work(async () => {
      begun.resolve();
      await never.promise;
    });
    await begun.promise;
    const rung = ringing(state);
    await state.alarms.look();
    expect(rung).toEqual([]);
    clock.forward(2 * MINUTE);
    await state.alarms.look();
    expect(ids(rung)).toEqual(['a']);
    never.resolve();
  });
  it('ring in one process at a time', async () => {
    const other = await home.beside({ now: clock.now, tickMs: 600_000 });
    for (let count = 0; count < 20; count += 1) await state.alarms.set(alarm(`a${count}`, 0));
    const [mine, theirs] = [ringing(state), ringing(other)];
    await Promise.all([state.alarms.look(), other.alarms.look()]);
    expect(ids([...mine, ...theirs])).toHaveLength(20);
    expect(new Set(ids([...mine, ...theirs])).size).toBe(20);
  });
  it('go with the person, the thread or the install they are about', async () => {
    const thread = threadKey();
    await state.alarms.set(alarm('person'), { people: ['U0ANNA'] });
    await state.alarms.set(alarm('thread'), { thread });
    await state.alarms.set(alarm('other', DAY, { team: 'T0OTHER' }), { people: ['U0ANNA'] });
    await state.alarms.set(alarm('stays'));
    const options = { retentionMs: DAY, now: clock.now };
    await forget(state.store, { team: 'T0TEAM', user: 'U0ANNA' }, options);
    await forget(state.store, { thread }, options);
    const rung = ringing(state);
    clock.forward(2 * DAY);
    await state.alarms.look();
    expect(ids(rung)).toEqual(['other', 'stays']);
    await state.alarms.set(alarm('late'));
    await forget(state.store, { team: 'T0TEAM' }, options);
    clock.forward(2 * DAY);
    await state.alarms.look();
    expect(rung).toHaveLength(2);
  });
  it('give away no id and no word to a look into the database', async () => {
    const given = { team: 'T0PLANTED', kind: 'planted-kind', about: 'PLANTED' };
    await state.alarms.set(alarm('U0PLANTED', DAY, given), { people: ['U0PLANTED'] });
    const dump = (await home.dump()) + (await home.files());
    expect(dump.length).toBeGreaterThan(300);
    expect(dump.match(/planted/gi)).toBeNull();
  });
  it('open after their keys were turned', async () => {
    const [old, fresh] = [keyLine('old'), keyLine('new')];
    await home.stop();
    home = await start();
    state = await home.open({ now: clock.now, keys: `${old},${fresh}` });
    await state.alarms.set(alarm('a', DAY));
    const turner = await home.beside({ now: clock.now, keys: `${fresh},${old}` });
    await turner.rotate();
    expect((await turner.rotate()).left).toBe(0);
    await state.close();
    await turner.close();
    state = await home.open({ now: clock.now, keys: fresh });
    const rung = ringing(state);
    clock.forward(2 * DAY);
    await state.alarms.look();
    expect(ids(rung)).toEqual(['a']);
  });
}
