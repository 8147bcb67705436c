import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createExchange } from '../../src/slack/installs/exchange-token.ts';
import { newKey } from '../../src/state/new-key.ts';
import { ManySlacks, Tenant } from '../support/many-slacks.ts';
import {
  beginInstall,
  comeBack,
  type Installed,
  startInstalled,
} from '../support/start-installed.ts';
import { mutated, PLANTED } from './mutate.ts';

const practice = new Tenant('T0A', { rotates: true });
const slacks = new ManySlacks(practice);
let bot: Installed;

beforeAll(async () => {
  const apiUrl = await slacks.start();
  bot = await startInstalled({ apiUrl, path: ':memory:', keys: newKey(new Date(0)) });
}, 60_000);
afterAll(async () => {
  await bot.stop();
  slacks.stop();
});

const installed = () => bot.app.state.records.read({ team: 'T0A', kind: 'installation', id: '' });
const word = fc.oneof(
  fc.string(),
  fc.string().map((text) => `${text}<script>${PLANTED}</script>`),
  fc.constantFrom('', PLANTED, '../..', '%00', 'A'.repeat(43), 'x'.repeat(5_000), 'access_denied'),
);
const header = /^[\x20-\x7e]*$/;

describe('what a browser brings back from an install, whatever it is', () => {
  it('is refused without a crash, without Slack being asked and without its words on the page', async () => {
    const query = fc.dictionary(fc.constantFrom('code', 'state', 'error', 'x', '__proto__'), word);
    const cookie = fc.option(word.map((value) => `slack-app-oauth-state=${value}`));
    await fc.assert(
      fc.asyncProperty(query, cookie, async (given, kept) => {
        const headers = kept !== null && header.test(kept) ? { cookie: kept } : {};
        const url = `${bot.url}/slack/oauth_redirect?${new URLSearchParams(given)}`;
        const page = await fetch(url, { headers });
        expect(page.status).toBe(400);
        expect(await page.text()).not.toContain(PLANTED);
      }),
      { numRuns: 200 },
    );
    expect(slacks.exchanged).toBe(0);
    expect(await installed()).toBeNull();
    expect(bot.log.join('\n')).not.toContain(PLANTED);
  });

  it('is refused with a state of ours and any other code, and the next install goes through', async () => {
    await fc.assert(
      fc.asyncProperty(word, async (code) => {
        const begun = await beginInstall(bot.url);
        const back = await comeBack(bot.url, { ...begun, code });
        expect([400, 500]).toContain(back.status);
        expect(back.html).not.toContain(PLANTED);
      }),
      { numRuns: 25 },
    );
    expect(await installed()).toBeNull();
    const begun = await beginInstall(bot.url);
    expect((await comeBack(bot.url, { ...begun, code: slacks.allow(practice) })).status).toBe(200);
    expect(await installed()).toMatchObject({ install: 'T0A' });
    expect(bot.log.join('\n')).not.toContain(PLANTED);
  });
});

describe('what Slack gives for a code or a refresh token, whatever it is', () => {
  const whole = { ok: true, access_token: 'xoxb-1', refresh_token: 'xoxe-1', expires_in: 60 };

  it('is taken whole or not at all', async () => {
    let answer: unknown;
    const exchange = createExchange(
      { clientId: '1.2', clientSecret: 'hush' },
      { fetch: (async () => Response.json(answer)) as never, retryConfig: { retries: 0 } },
      () => 1000,
    );
    await fc.assert(
      fc.asyncProperty(mutated<unknown>([whole]), async (given) => {
        answer = given ?? null;
        const got = await exchange('xoxe-0').catch(() => null);
        if (got === null) return;
        expect(typeof got.token).toBe('string');
        expect(typeof got.refreshToken).toBe('string');
        expect(Number.isNaN(got.expiresAt)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});
