import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newKey } from '../../src/state/new-key.ts';
import { openState } from '../../src/state/open-state.ts';
import { hasRedis, startRedis } from '../state/redis-server.ts';
import { ManySlacks, Tenant } from '../support/many-slacks.ts';
import { doctor, SCOPES, SECRETS } from './set-up.ts';

const HOUR = 60 * 60 * 1000;
const keys = newKey(new Date(0));
let folder: string;
let path: string;
let slacks: ManySlacks;
let apiUrl: string;
let a: Tenant;
let b: Tenant;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'impasse-installs-'));
  path = join(folder, 'impasse.sqlite');
  a = new Tenant('T0A');
  b = new Tenant('E0B', { wide: true });
  for (const tenant of [a, b]) tenant.scopes = SCOPES;
  slacks = new ManySlacks(a, b);
  apiUrl = await slacks.start();
});
afterEach(() => {
  slacks.stop();
  rmSync(folder, { recursive: true, force: true });
});

const settings = (more: Record<string, string> = {}) => ({
  ...{ SLACK_CLIENT_ID: '1234567890.9876543210', SLACK_CLIENT_SECRET: SECRETS.model },
  ...{ SLACK_SIGNING_SECRET: SECRETS.signing, IMPASSE_PUBLIC_URL: 'http://127.0.0.1:9' },
  ...{ SLACK_API_URL: apiUrl, IMPASSE_KEYS: keys, IMPASSE_DATA: path, ...more },
});

/** Keeps an install for each, beside records of other kinds that name one as well. */
async function keep(tenants: readonly Tenant[], over: { redisUrl?: string; expiresAt?: number }) {
  const { redisUrl, expiresAt = null } = over;
  const state = await openState({ keys, path, redisUrl, works: false });
  for (const tenant of tenants) {
    const { access_token: token } = tenant.issue() as { access_token: string };
    const { id: install, wide, botUser } = tenant;
    const whose = { install, team: wide ? null : install, enterprise: wide ? install : null };
    const rest = { botUser, bot: null, token, installedAt: 1, expiresAt };
    await state.records.change({ team: install, kind: 'installation', id: '' }, () => ({
      ...{ ...whose, ...rest, refreshToken: expiresAt === null ? null : 'xoxe-1' },
    }));
    await state.records.change({ team: install, kind: 'welcome', id: 'U1' }, () => ({ at: 1 }));
  }
  await state.close();
}

const unwell = async (more: Record<string, string> = {}) => {
  const { status, findings } = await doctor(settings(more));
  const all = JSON.stringify(findings);
  for (const token of [...a.tokens, ...b.tokens, 'xoxe-1']) expect(all).not.toContain(token);
  expect(all).not.toMatch(/doctor\.[a-z]|\{[a-z]+\}/);
  const about = findings.filter(({ id }) => id.startsWith('install'));
  return { status, about };
};

describe('doctor on the installs of several workspaces', () => {
  it('asks Slack about the token of each, and finds them well', async () => {
    await keep([a, b], {});
    const { status, about } = await unwell();
    expect(about).toMatchObject([
      { id: 'installs', level: 'ok', found: expect.stringMatching(/: 2\.$/) },
    ]);
    expect(status).toBe(0);
    for (const { calls } of [a, b])
      expect(calls.map(({ method }) => method)).toEqual(['auth.test']);
  });

  it('says where to install when nobody did, and leaves no file behind', async () => {
    const { status, about } = await unwell();
    expect(about).toMatchObject([
      { id: 'installs.none', level: 'hint', cure: expect.stringMatching(/\/slack\/install/) },
    ]);
    expect(status).toBe(0);
    expect(() => readFileSync(path)).toThrow('ENOENT');
  });

  it('names the one whose token Slack refuses, with both cures, beside the one that is well', async () => {
    await keep([a, b], {});
    a.tokens.clear();
    const { status, about } = await unwell();
    expect(about).toMatchObject([
      { id: 'installs', found: expect.stringMatching(/: 1\.$/) },
      { id: 'install.refused', level: 'fault', found: expect.stringMatching(/T0A.+invalid_auth/) },
    ]);
    expect(about[1]?.cure).toMatch(/\/slack\/install.+forget -- --team T0A/);
    expect(status).toBe(1);
  });

  it('names a scope that one lacks, as a fault only where the bot cannot do without', async () => {
    await keep([a, b], {});
    a.scopes = SCOPES.filter((scope) => scope !== 'chat:write');
    b.scopes = SCOPES.filter((scope) => scope !== 'groups:history');
    const { status, about } = await unwell();
    expect(about).toMatchObject([
      {
        id: 'install.scopes',
        level: 'fault',
        found: expect.stringMatching(/T0A.+chat:write/),
        cure: expect.stringMatching(/allow it there/),
      },
      {
        id: 'install.optional',
        level: 'hint',
        found: expect.stringMatching(/E0B.+groups:history/),
      },
    ]);
    expect(status).toBe(1);
  });

  it('leaves a token that has ended to the bot, and takes no refresh token for it', async () => {
    await keep([a], { expiresAt: Date.now() - HOUR });
    const { status, about } = await unwell();
    expect(about).toMatchObject([
      { id: 'install.ended', level: 'hint', found: expect.stringMatching(/T0A/) },
    ]);
    expect(status).toBe(0);
    expect(slacks.exchanged).toBe(0);
  });

  it('does not take silence for well', async () => {
    await keep([a], {});
    a.answer = () => {
      throw new Error('silent');
    };
    expect((await unwell()).about).toMatchObject([
      { id: 'installs.unasked', found: expect.stringMatching(/: 1\.$/) },
    ]);
  });

  it.runIf(hasRedis)('finds them in Redis too', async () => {
    const server = await startRedis();
    await server.client.config('SET', 'maxmemory-policy', 'noeviction');
    await keep([a, b], { redisUrl: server.url });
    b.tokens.clear();
    const { status, about } = await unwell({ REDIS_URL: server.url });
    expect(about.map(({ id }) => id)).toEqual(['installs', 'install.refused']);
    expect(status).toBe(1);
    await server.stop();
  });
});
