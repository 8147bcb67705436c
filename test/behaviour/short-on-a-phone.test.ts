import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../demo/cases.ts';
import { textOf } from '../support/fake-slack.ts';
import { type Running, startApp } from '../support/start-app.ts';

let bot: Running;
beforeAll(async () => {
  bot = await startApp();
}, 60_000);
afterAll(() => bot.stop());

/** What stands above the sentences of the newest reply, without the words of buttons. */
async function above(text: string, ts: string): Promise<string> {
  await bot.slack.say(text, { channel: 'D01DIRECT', ts });
  await bot.settled();
  const blocks = [...bot.slack.messages.values()].find(({ thread }) => thread === ts)?.blocks ?? [];
  const words = blocks
    .filter(({ type }) => type !== 'actions')
    .map(({ accessory: _button, ...block }) => textOf(block))
    .join('\n');
  expect(words).toContain('You might say');
  return words.slice(0, words.indexOf('You might say'));
}

describe('a first reading on a phone', () => {
  it.each([
    ['withdrawal', EXAMPLES.withdrawal, '1700000100.000100'],
    ['confrontation', EXAMPLES.confrontation, '1700000200.000100'],
  ])('of a %s comes to the words within a dozen lines', async (_what, text, ts) => {
    const words = await above(text, ts);
    expect(words.split('\n').filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(12);
    expect(words.length).toBeLessThanOrEqual(1_000);
  });
});
