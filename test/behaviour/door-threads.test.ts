import { afterEach, expect, it } from 'vitest';
import { EXAMPLES } from '../../demo/cases.ts';
import { type Running, startApp } from '../support/start-app.ts';

let bot: Running;
afterEach(() => bot.stop());

const shown = () => JSON.stringify([...bot.slack.messages.values()]);

it('with threads at the door, cases are answered and safety stands first, from the first message on', async () => {
  bot = await startApp({ doorThreads: 2 });
  await bot.slack.mention(EXAMPLES.withdrawal);
  await bot.settled();
  expect(bot.slack.messages.size).toBe(1);
  for (let nth = 1; nth <= 20; nth += 1) {
    await bot.slack.mention(EXAMPLES.withdrawal, { ts: `17000010${10 + nth}.000100` });
  }
  await bot.slack.mention(EXAMPLES.safety, { ts: '1700002000.000100' });
  await bot.settled();
  expect(bot.slack.messages.size).toBe(22);
  expect(shown()).toContain('Safety first');
  expect(bot.log.join()).not.toContain('door-thread.ended');
});
