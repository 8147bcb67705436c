import { describe, expect, it, type TestContext, vi } from 'vitest';
import { EXAMPLES } from '../../../demo/cases.ts';
import { KEY } from '../../support/builders.ts';
import { plainScreen } from '../../support/plain-screen.ts';
import { type Running, startApp } from '../../support/start-app.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** A bot whose posts get these answers, one after the other, then the usual ones. */
async function answering(
  { onTestFinished }: TestContext,
  ...answers: (() => unknown)[]
): Promise<Running> {
  const bot = await startApp({ stages: { screen: plainScreen } });
  onTestFinished(() => bot.stop());
  bot.slack.answers.set('chat.postMessage', () => answers.shift()?.());
  return bot;
}

const posts = (bot: Running) => bot.slack.called('chat.postMessage').length;
const posted = async (bot: Running, count: number) => {
  while (posts(bot) < count) await new Promise((resolve) => setTimeout(resolve, 5));
};
const busy = (seconds: number) => () =>
  new Response('', { status: 429, headers: { 'retry-after': `${seconds}` } });

// They wait for real pauses, so they wait together.
describe.concurrent('Slack', () => {
  it('busy for a second is asked again after it, and the answer stands once', async (test) => {
    const bot = await answering(test, busy(1));
    const began = performance.now();
    await bot.slack.mention(EXAMPLES.withdrawal);
    await bot.settled();
    expect(performance.now() - began).toBeGreaterThan(1000);
    expect(bot.slack.shown()).toHaveLength(1);
    expect(posts(bot)).toBe(2);
  });

  it('busy for ten minutes is left alone meanwhile, without giving the turn up', async (test) => {
    const bot = await answering(test, busy(600));
    await bot.slack.mention(EXAMPLES.withdrawal);
    await posted(bot, 1);
    const other = '1700000500.000100';
    await bot.slack.mention(EXAMPLES.confrontation, { ts: other });
    await posted(bot, 2);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(posts(bot)).toBe(2);
    expect(bot.slack.shown(other)).toHaveLength(1);
    expect(await bot.app.state.depth()).toMatchObject({ threads: 1, failed: 0 });
    expect(await bot.app.state.store.waiting(KEY)).toHaveLength(1);
  });

  it.for([500, 503])('broken (%d) gets the answer when it is well again', async (status, test) => {
    const bot = await answering(test, () => new Response('', { status }));
    await bot.slack.mention(EXAMPLES.withdrawal);
    await bot.settled();
    expect(bot.slack.shown()).toHaveLength(1);
  });

  it('that takes a message and loses its answer is not given it twice', async (test) => {
    const bot = await answering(test);
    let lost = false;
    const { fetch } = bot.slack;
    bot.slack.answers.set('chat.postMessage', (args) => {
      if (lost) return undefined;
      lost = true;
      const body = new URLSearchParams(args).toString();
      return fetch('http://x/api/chat.postMessage', { method: 'POST', body }).then(
        () => new Response('', { status: 502 }),
      );
    });
    await bot.slack.mention(EXAMPLES.withdrawal);
    await bot.settled();
    expect(bot.slack.shown()).toHaveLength(1);
  });

  it.for(['not_in_channel', 'is_archived', 'channel_not_found'])(
    'that says %s is not asked again, and the case is kept',
    async (error, test) => {
      const bot = await answering(test);
      bot.slack.answers.set('chat.postMessage', () => ({ ok: false, error }));
      await bot.slack.mention(EXAMPLES.withdrawal);
      await bot.settled();
      expect(posts(bot)).toBe(1);
      expect((await bot.app.state.store.load({ ...KEY }))?.turns).toHaveLength(1);
      expect(await bot.app.state.failed()).toEqual([]);
    },
  );
});
