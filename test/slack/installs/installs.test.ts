import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Installation } from '../../../src/pipeline/installation.ts';
import { createInstalls } from '../../../src/slack/installs/installs.ts';
import { openState, type State } from '../../../src/state/open-state.ts';
import { keyLine, movableClock } from '../../state/homes.ts';

const HOUR = 60 * 60 * 1000;
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

let state: State;
let clock = movableClock();
/** Refresh tokens that Slack takes, each once. */
let good: Set<string>;
let exchanged: string[];
/** What Slack does before it answers. */
let hold: () => Promise<void>;

beforeEach(async () => {
  clock = movableClock();
  state = await openState({ keys: keyLine('test'), now: clock.now });
  good = new Set(['refresh-0']);
  exchanged = [];
  hold = async () => undefined;
});
afterEach(() => state.close());

async function exchange(refreshToken: string) {
  exchanged.push(refreshToken);
  const taken = good.delete(refreshToken);
  await hold();
  if (!taken) throw Object.assign(new Error('refused'), { code: 'invalid_refresh_token' });
  const next = `refresh-${exchanged.length}`;
  good.add(next);
  return {
    token: `token-${exchanged.length}`,
    refreshToken: next,
    expiresAt: clock.now() + 12 * HOUR,
  };
}

/** One process: what it keeps in memory is its own, store and lock are everybody's. */
const process = () =>
  createInstalls({
    ...{ records: state.records, claims: state.store, exchange, log: quiet, now: clock.now },
  });

const install = (given: Partial<Installation> = {}): Installation => ({
  ...{ install: 'T1', team: 'T1', enterprise: null, botUser: 'U1', bot: 'B1', token: 'token-0' },
  ...{ refreshToken: 'refresh-0', expiresAt: clock.now() + 12 * HOUR, installedAt: 1 },
  ...given,
});

describe('an install', () => {
  it('that nobody made is unknown, and no other is given in its place', async () => {
    await process().keep(install());
    await expect(process().of('T2')).rejects.toMatchObject({ code: 'install-unknown' });
    await expect(process().of('')).rejects.toMatchObject({ code: 'install-unknown' });
  });
  it('is given to every process, with its token', async () => {
    const made = install();
    await process().keep(made);
    expect(await process().of('T1')).toEqual(made);
    expect(exchanged).toEqual([]);
  });
  it('that is taken out is unknown to other processes within a minute', async () => {
    const [one, two] = [process(), process()];
    await one.keep(install());
    await two.of('T1');
    await state.store.removeBeside({ team: 'T1' });
    clock.forward(60_000);
    await expect(two.of('T1')).rejects.toMatchObject({ code: 'install-unknown' });
  });
  it('whose tokens do not expire keeps its token', async () => {
    await process().keep(install({ refreshToken: null, expiresAt: null }));
    clock.forward(1000 * HOUR);
    expect((await process().of('T1')).token).toBe('token-0');
    expect(exchanged).toEqual([]);
  });
});

describe('a token that ends soon', () => {
  beforeEach(async () => {
    await process().keep(install());
    clock.forward(10.5 * HOUR);
  });

  it('is renewed once, however many processes need it at the same time', async () => {
    const tokens = await Promise.all(
      Array.from({ length: 5 }, async () => (await process().of('T1')).token),
    );
    expect(exchanged).toEqual(['refresh-0']);
    for (const token of tokens) expect(['token-0', 'token-1']).toContain(token);
    expect((await process().of('T1')).token).toBe('token-1');
  });
  it('serves on while another process renews it', async () => {
    const released = Promise.withResolvers<void>();
    hold = () => released.promise;
    const renewing = process().of('T1');
    while (exchanged.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    expect((await process().of('T1')).token).toBe('token-0');
    released.resolve();
    expect((await renewing).token).toBe('token-1');
  });
  it('is waited for once the old one has ended', async () => {
    clock.forward(2 * HOUR);
    const released = Promise.withResolvers<void>();
    hold = () => released.promise;
    const [one, two] = [process().of('T1'), process().of('T1')];
    setTimeout(() => released.resolve(), 50);
    expect((await one).token).toBe('token-1');
    expect((await two).token).toBe('token-1');
    expect(exchanged).toHaveLength(1);
  });
  it('serves on when Slack does not renew it, and is refused only when it has ended', async () => {
    good.clear();
    expect((await process().of('T1')).token).toBe('token-0');
    clock.forward(2 * HOUR);
    await expect(process().of('T1')).rejects.toMatchObject({ code: 'invalid_refresh_token' });
  });
  it('is not brought back by renewing when the app is taken out meanwhile', async () => {
    const released = Promise.withResolvers<void>();
    hold = () => released.promise;
    const renewing = process().of('T1');
    while (exchanged.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    await state.store.removeBeside({ team: 'T1' });
    released.resolve();
    await expect(renewing).rejects.toMatchObject({ code: 'install-unknown' });
    expect(await state.records.all('T1', 'installation')).toEqual([]);
  });
});
