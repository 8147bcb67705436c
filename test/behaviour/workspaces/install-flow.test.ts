import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newKey } from '../../../src/state/new-key.ts';
import { ManySlacks, Tenant } from '../../support/many-slacks.ts';
import {
  beginInstall,
  comeBack,
  type Installed,
  startInstalled,
} from '../../support/start-installed.ts';

// Real sockets, and the whole app.
vi.setConfig({ testTimeout: 20_000, hookTimeout: 60_000 });

const MINUTE = 60 * 1000;
let slacks: ManySlacks;
let bot: Installed;
const practice = new Tenant('T0A');
const stranger = new Tenant('T0C');
let ahead = 0;

beforeEach(async () => {
  ahead = 0;
  slacks = new ManySlacks(practice, stranger);
  const apiUrl = await slacks.start();
  const now = () => Date.now() + ahead;
  const keys = newKey(new Date(0));
  bot = await startInstalled({ apiUrl, path: ':memory:', keys, now, workspaces: 'T0A T0B' });
});
afterEach(async () => {
  await bot.stop();
  slacks.stop();
});

const installed = () => bot.app.state.records.read({ team: 'T0A', kind: 'installation', id: '' });

describe('installing', () => {
  it('begins on a page that says what it is, and ends on one that says what comes next', async () => {
    const begun = await beginInstall(bot.url);
    expect(begun.html).toContain('de-identified cases only');
    expect(begun.html).toContain('redirect_uri=https%3A%2F%2Fimpasse.example.org%2Fslack%2Foauth');
    expect(begun.html).toContain('app_mentions%3Aread');
    const done = await comeBack(bot.url, { ...begun, code: slacks.allow(practice) });
    expect(done).toMatchObject({ status: 200, html: expect.stringContaining('is installed') });
    expect(await installed()).toMatchObject({ install: 'T0A', botUser: practice.botUser });
  });

  it('keeps nothing of the person who installed it', async () => {
    const begun = await beginInstall(bot.url);
    await comeBack(bot.url, { ...begun, code: slacks.allow(practice) });
    expect(JSON.stringify(await installed())).not.toContain('U0WHO');
  });

  it.each([
    [
      'forged',
      async () => ({ state: 'A'.repeat(43), cookie: `slack-app-oauth-state=${'A'.repeat(43)}` }),
    ],
    ['of another form', async () => ({ state: '../x', cookie: 'slack-app-oauth-state=../x' })],
    ['of another browser', async () => ({ ...(await beginInstall(bot.url)), cookie: '' })],
    [
      'another’s',
      async () => ({
        ...(await beginInstall(bot.url)),
        state: (await beginInstall(bot.url)).state,
      }),
    ],
    [
      'too old',
      async () => {
        const begun = await beginInstall(bot.url);
        ahead = 11 * MINUTE;
        return begun;
      },
    ],
    [
      'used before',
      async () => {
        const begun = await beginInstall(bot.url);
        await comeBack(bot.url, { ...begun, code: 'no-such-code' });
        slacks.exchanged = 0;
        return begun;
      },
    ],
  ])('is refused with a state that is %s, before Slack is asked', async (_, begin) => {
    const begun = await begin();
    const back = await comeBack(bot.url, { ...begun, code: slacks.allow(practice) });
    expect(back.status).toBe(400);
    expect(back.html).toContain('Begin again');
    expect(slacks.exchanged).toBe(0);
    expect(await installed()).toBeNull();
  });

  it('once only, also when the browser comes back twice at the same time', async () => {
    const begun = await beginInstall(bot.url);
    const codes = [slacks.allow(practice), slacks.allow(practice)];
    const back = await Promise.all(codes.map((code) => comeBack(bot.url, { ...begun, code })));
    expect(back.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect(slacks.exchanged).toBe(1);
  });

  it('that Slack does not complete changes nothing, and is said so', async () => {
    const begun = await beginInstall(bot.url);
    const back = await comeBack(bot.url, { ...begun, code: 'no-such-code' });
    expect(back.status).toBe(500);
    expect(back.html).toContain('Nothing was changed');
    expect(await installed()).toBeNull();
  });

  it('into a workspace that was not named is refused, and its token given back', async () => {
    const begun = await beginInstall(bot.url);
    const back = await comeBack(bot.url, { ...begun, code: slacks.allow(stranger) });
    expect(back).toMatchObject({ status: 400, html: expect.stringContaining('has not opened it') });
    expect([...stranger.tokens]).toEqual([]);
    const key = { team: 'T0C', kind: 'installation', id: '' } as const;
    expect(await bot.app.state.records.read(key)).toBeNull();
  });

  it('that was cancelled in Slack is said to be', async () => {
    const page = await fetch(`${bot.url}/slack/oauth_redirect?error=access_denied`);
    expect([page.status, await page.text()]).toEqual([400, expect.stringContaining('cancelled')]);
  });
});
