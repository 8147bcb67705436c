import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EXAMPLES } from '../../../demo/cases.ts';
import { newKey } from '../../../src/state/new-key.ts';
import { KEY } from '../../support/builders.ts';
import { ManySlacks, Tenant } from '../../support/many-slacks.ts';
import {
  beginInstall,
  comeBack,
  type Installed,
  startInstalled,
} from '../../support/start-installed.ts';

// Real sockets, and a whole app started more than once.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

const HOUR = 60 * 60 * 1000;
const keys = newKey(new Date(0));
/** Words that stand in one of the two cases only, and what only its answer says. */
const OWN = { a: 'looks at the window', b: 'ticking a box' } as const;
const READ = { a: 'moving away from you', b: 'moving against you' } as const;
const CASES = { a: EXAMPLES.withdrawal, b: EXAMPLES.confrontation } as const;

let folder: string;
let slacks: ManySlacks;
let bot: Installed;
let a: Tenant;
let b: Tenant;
let ahead = 0;
const now = () => Date.now() + ahead;
let apiUrl = '';

const open = () => startInstalled({ apiUrl, path: join(folder, 'impasse.sqlite'), keys, now });
async function install(tenant: Tenant) {
  const begun = await beginInstall(bot.url);
  return comeBack(bot.url, { ...begun, code: slacks.allow(tenant) });
}
const textsOf = (tenant: Tenant) => [...tenant.put.values()].map(({ text }) => text).join('\n');
const inThreads = (tenant: Tenant) =>
  [...tenant.put.values()].filter(({ channel }) => channel === KEY.channel);

beforeEach(async () => {
  ahead = 0;
  folder = mkdtempSync(join(tmpdir(), 'impasse-many-'));
  a = new Tenant('T0A');
  b = new Tenant('T0B', { rotates: true });
  slacks = new ManySlacks(a, b);
  apiUrl = await slacks.start();
  bot = await open();
});
afterEach(async () => {
  await bot.stop();
  slacks.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('two workspaces installed through the OAuth flow', () => {
  beforeEach(async () => {
    for (const tenant of [a, b]) expect((await install(tenant)).status).toBe(200);
  });

  it('get their own answers under interleaved load, with the same ids in both', async () => {
    const threads = Array.from({ length: 6 }, (_, place) => `170000${place}000.000100`);
    const statuses = await Promise.all(
      threads.flatMap((ts) => [
        bot.mention(a, CASES.a, { ts }),
        bot.mention(b, CASES.b, { ts }),
        bot.mention(b, 'shorter please', { ts: `${ts}5`, thread: ts }),
      ]),
    );
    await bot.settled();
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(new Set(inThreads(a).map(({ thread }) => thread))).toEqual(new Set(threads));
    expect(new Set(inThreads(b).map(({ thread }) => thread))).toEqual(new Set(threads));
    expect(inThreads(a)).toHaveLength(6);
    expect(textsOf(a)).toContain(READ.a);
    expect(textsOf(b)).toContain(READ.b);
    for (const other of [OWN.b, READ.b]) expect(JSON.stringify(a.calls)).not.toContain(other);
    for (const other of [OWN.a, READ.a]) expect(JSON.stringify(b.calls)).not.toContain(other);
    expect(slacks.refused).toBe(0);
    const { store } = bot.app.state;
    for (const [tenant, own, other] of [
      ['T0A', OWN.a, OWN.b],
      ['T0B', OWN.b, OWN.a],
    ] as const) {
      const kept = await store.list(tenant);
      expect(kept.map(({ thread }) => thread).sort()).toEqual(threads);
      const cases = await Promise.all(kept.map((key) => store.load({ ...key })));
      expect(JSON.stringify(cases)).toContain(own);
      expect(JSON.stringify(cases)).not.toContain(other);
    }
  });

  it('get what was waiting after a restart, each in its own', async () => {
    for (const tenant of [a, b]) tenant.silent = true;
    await bot.mention(a, CASES.a);
    await bot.mention(b, CASES.b);
    await bot.stop();
    for (const tenant of [a, b]) tenant.silent = false;
    bot = await open();
    await bot.settled();
    expect(inThreads(a)).toHaveLength(1);
    expect(inThreads(b)).toHaveLength(1);
    expect(textsOf(a)).not.toContain(READ.b);
    expect(textsOf(b)).not.toContain(READ.a);
  });

  it('know nothing of each other’s end: one is taken out, the other goes on', async () => {
    await bot.mention(a, CASES.a);
    await bot.mention(b, CASES.b);
    await bot.settled();
    expect(await bot.event(a, { type: 'app_uninstalled' })).toBe(200);
    await bot.settled();
    const { store, records } = bot.app.state;
    expect(await store.kept('T0A')).toEqual([]);
    const installation = { kind: 'installation', id: '' } as const;
    expect(await records.read({ ...installation, team: 'T0A' })).toBeNull();
    expect(await store.kept('T0B')).toHaveLength(1);

    const before = a.calls.length;
    expect(await bot.mention(a, CASES.a, { ts: '1700000900.000100' })).toBe(200);
    expect(await bot.mention(b, CASES.b, { ts: '1700000900.000100' })).toBe(200);
    await bot.settled();
    expect(a.calls.length).toBe(before);
    expect(await store.kept('T0A')).toEqual([]);
    expect(inThreads(b)).toHaveLength(2);
  });

  it('can be installed again, and answer with the new token', async () => {
    await bot.event(a, { type: 'app_uninstalled' });
    await bot.settled();
    a.tokens.clear();
    await install(a);
    await bot.mention(a, CASES.a);
    await bot.settled();
    expect(inThreads(a)).toHaveLength(1);
    expect(slacks.refused).toBe(0);
  });

  it('get no answer meant for a workspace where nobody installed the app', async () => {
    const stranger = new Tenant('T0C');
    expect(await bot.mention(stranger, CASES.a)).toBe(200);
    await bot.settled();
    expect([...inThreads(a), ...inThreads(b)]).toEqual([]);
    expect(await bot.app.state.store.kept('T0C')).toEqual([]);
    expect(bot.log.join()).toContain('install-unknown');
  });

  it('have their tokens renewed before they end, once', async () => {
    await bot.mention(b, CASES.b);
    await bot.settled();
    ahead = 11 * HOUR;
    const first = [...b.tokens];
    await Promise.all(
      ['1700000901.000100', '1700000902.000100'].map((ts) => bot.mention(b, CASES.b, { ts })),
    );
    await bot.settled();
    expect(b.renewed).toBe(1);
    expect(inThreads(b)).toHaveLength(3);
    for (const token of first) b.tokens.delete(token);
    await bot.mention(b, CASES.b, { ts: '1700000903.000100' });
    await bot.settled();
    expect(inThreads(b)).toHaveLength(4);
    expect(slacks.refused).toBe(0);
  });

  it('leave no token readable in storage, nor in the log', () => {
    const stored = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
    expect(stored.join('').length).toBeGreaterThan(1000);
    expect(stored.join('')).not.toMatch(/xox[be]-|T0A|T0B/);
    expect(bot.log.join('')).not.toMatch(/xox[be]-|hush/);
  });
});

describe('an organisation', () => {
  const trust = new Tenant('E0TRUST', { wide: true });
  beforeEach(async () => {
    slacks.stop();
    await bot.stop();
    slacks = new ManySlacks(trust);
    apiUrl = await slacks.start();
    bot = await open();
  });

  it('is served as one install in every workspace of it', async () => {
    const done = await install(trust);
    expect(done.status).toBe(200);
    expect(done.html).toContain('whole organisation');
    for (const [team, ts] of [
      ['T0ONE', '1700000001.000100'],
      ['T0TWO', '1700000002.000100'],
    ] as const) {
      expect(await bot.mention(trust, CASES.a, { team, ts })).toBe(200);
    }
    await bot.settled();
    expect(inThreads(trust)).toHaveLength(2);
    expect(await bot.app.state.store.list('E0TRUST')).toHaveLength(2);
    const asked = trust.calls.filter(({ method }) => method === 'users.info');
    expect(new Set(asked.map(({ args }) => args.team_id))).toEqual(new Set(['T0ONE', 'T0TWO']));
  });

  it('loses everything when Slack has taken its token, and nothing before', async () => {
    await install(trust);
    const where = { team: 'T0ONE', ts: '1700000003.000100' };
    await bot.mention(trust, CASES.a, where);
    await bot.settled();
    const ended = {
      ...{ type: 'event_callback', event: { type: 'app_uninstalled' }, authorizations: [] },
      ...{ team_id: 'T0ONE', enterprise_id: 'E0TRUST', event_id: 'Ev1' },
    };
    const kept = () => bot.app.state.store.kept('E0TRUST');
    expect(await bot.send(ended)).toBe(200);
    await bot.settled();
    expect(await kept()).toHaveLength(1);
    trust.tokens.clear();
    expect(await bot.send(ended)).toBe(200);
    await bot.settled();
    expect(await kept()).toEqual([]);
    expect(await bot.app.state.records.all('E0TRUST', 'installation')).toEqual([]);
  });
});
