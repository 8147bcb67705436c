import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EXAMPLES } from '../../../demo/cases.ts';
import { KEY } from '../../support/builders.ts';
import { plainScreen } from '../../support/plain-screen.ts';
import { type Running, startApp } from '../../support/start-app.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let bot: Running;
beforeEach(async () => {
  bot = await startApp({ stages: { screen: plainScreen } });
});
afterEach(() => bot.stop());

const posts = () => bot.slack.called('chat.postMessage').length;
const posted = async (count: number) => {
  while (posts() < count) await new Promise((resolve) => setTimeout(resolve, 5));
};
/** Gives these answers to posts, one after the other, then the usual ones. */
function answering(...answers: (() => unknown)[]) {
  bot.slack.answers.set('chat.postMessage', () => answers.shift()?.());
}
const busy = (seconds: number) => () =>
  new Response('', { status: 429, headers: { 'retry-after': `${seconds}` } });

describe('Slack', () => {
  it('busy for a second is asked again after it, and the answer stands once', async () => {
    answering(busy(1));
    const began = performance.now();
    await bot.slack.mention(EXAMPLES.withdrawal);
    await bot.settled();
    expect(performance.now() - began).toBeGreaterThan(1000);
    expect(bot.slack.shown()).toHaveLength(1);
    expect(posts()).toBe(2);
  });

  it('busy for ten minutes is left alone meanwhile, without giving the turn up', async () => {
    answering(busy(600));
    await bot.slack.mention(EXAMPLES.withdrawal);
    await posted(1);
    const other = '1700000500.000100';
    await bot.slack.mention(EXAMPLES.confrontation, { ts: other });
    await posted(2);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(posts()).toBe(2);
    expect(bot.slack.shown(other)).toHaveLength(1);
    expect(await bot.app.state.depth()).toMatchObject({ threads: 1, failed: 0 });
    expect(await bot.app.state.store.waiting(KEY)).toHaveLength(1);
  });

  it.each([500, 503])('broken (%d) gets the answer when it is well again', async (status) => {
    answering(() => new Response('', { status }));
    await bot.slack.mention(EXAMPLES.withdrawal);
    await bot.settled();
    expect(bot.slack.shown()).toHaveLength(1);
  });

  it('that takes a message and loses its answer is not given it twice', async () => {
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

  it.each(['not_in_channel', 'is_archived', 'channel_not_found'])(
    'that says %s is not asked again, and the case is kept',
    async (error) => {
      bot.slack.answers.set('chat.postMessage', () => ({ ok: false, error }));
      await bot.slack.mention(EXAMPLES.withdrawal);
      await bot.settled();
      expect(posts()).toBe(1);
      expect((await bot.app.state.store.load({ ...KEY }))?.turns).toHaveLength(1);
      expect(await bot.app.state.failed()).toEqual([]);
    },
  );
});
