import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../../demo/cases.ts';
import { KEY } from '../../support/builders.ts';
import { type Running, startApp } from '../../support/start-app.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
/** A Wednesday at ten in the morning, UTC; Slack's own clock in these tests. */
const START = Date.UTC(2030, 2, 13, 10);

let now: number;
let bot: Running;
beforeEach(async () => {
  now = START;
  bot = await startApp({ now: () => now });
});
afterEach(() => bot.stop());

const ts = (at: number) => `${Math.floor(at / 1000)}.000100`;
const THREAD = ts(START);
const reply = (at: number) => ({ ts: ts(at), thread: THREAD });
const shown = () => bot.slack.shown(THREAD);
const QUESTION = 'How did it go?';

async function bring(text: string = EXAMPLES.withdrawal): Promise<void> {
  await bot.slack.mention(text, { ts: THREAD });
  await bot.settled();
}
async function sees(next: string): Promise<void> {
  await bot.slack.choose('next-session', next, { at: now });
  await bot.settled();
}
async function later(ms: number): Promise<void> {
  now += ms;
  await bot.app.state.alarms.look();
  await bot.settled();
}

describe('asking how it went', () => {
  it('happens once, in the thread, after the session and within working hours', async () => {
    await bring();
    await sees('tomorrow');
    expect(shown()[0]).toContain('I will ask here how it went');
    await later(32 * HOUR);
    expect(shown().join()).not.toContain(QUESTION);
    // Friday at nine.
    await later(15 * HOUR);
    expect(shown().filter((text) => text.includes(QUESTION))).toHaveLength(1);
    await later(DAY);
    await later(7 * DAY);
    expect(shown().filter((text) => text.includes(QUESTION))).toHaveLength(1);
  });
});
