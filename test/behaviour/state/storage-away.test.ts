import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EXAMPLES } from '../../../demo/cases.ts';
import { hasRedis, type RedisServer, startRedis } from '../../state/redis-server.ts';
import { AUTHOR } from '../../support/builders.ts';
import { plainScreen } from '../../support/plain-screen.ts';
import { type Running, startApp } from '../../support/start-app.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const DANGER = 'She said she wants to kill herself tonight and has the pills at home.';

describe.runIf(hasRedis)('Redis away', () => {
  let server: RedisServer;
  let bot: Running;
  beforeEach(async () => {
    server = await startRedis();
    bot = await startApp({ redisUrl: server.url, stages: { screen: plainScreen } });
    await server.kill();
  });
  afterEach(async () => {
    await server.start();
    await bot.stop();
    await server.stop();
  });
  const notes = () => bot.slack.called('chat.postEphemeral');

  it('keeps a message from being acknowledged, within Slack’s time, and answers it once when back', async () => {
    const began = performance.now();
    expect(await bot.slack.mention(EXAMPLES.withdrawal)).toBe('failed');
    expect(performance.now() - began).toBeLessThan(3000);
    expect(bot.slack.shown()).toEqual([]);
    await server.start();
    let answer = 'failed';
    while (answer === 'failed') {
      await new Promise((resolve) => setTimeout(resolve, 100));
      answer = await bot.slack.mention(EXAMPLES.withdrawal, { again: 1 });
    }
    await bot.settled();
    expect(bot.slack.shown()).toHaveLength(1);
    expect(bot.slack.called('chat.postMessage')).toHaveLength(1);
    expect(notes()).toEqual([]);
  });

  it('is told to the poster alone when it stays away, once', async () => {
    await bot.slack.mention(EXAMPLES.withdrawal);
    await bot.slack.mention(EXAMPLES.withdrawal, { again: 1 });
    expect(notes()).toEqual([]);
    await bot.slack.mention(EXAMPLES.withdrawal, { again: 2 });
    await bot.slack.mention(EXAMPLES.withdrawal, { again: 3 });
    await bot.app.slack.idle(3000);
    expect(notes()).toMatchObject([
      { user: AUTHOR, text: expect.stringContaining('could not take your message in') },
    ]);
  });

  it('does not keep back what is open for safety', async () => {
    expect(await bot.slack.mention(DANGER)).toBe('failed');
    expect(await bot.slack.mention(DANGER, { again: 1 })).toBe('failed');
    await bot.app.slack.idle(3000);
    expect(bot.slack.shown()).toHaveLength(1);
    expect(bot.slack.shown()[0]).toContain('Safety first');
  });
});
