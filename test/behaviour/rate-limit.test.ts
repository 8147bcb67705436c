import { afterEach, describe, expect, it } from 'vitest';
import { KEY } from '../support/builders.ts';
import { type Running, startApp } from '../support/start-app.ts';

let running: Running;
afterEach(() => running.stop());

const AT = Date.parse('2026-03-02T10:00:00Z');
const ORDINARY = 'My client went quiet again when I raised the fee. No risk, I asked last week.';
const OPEN = 'My client told me that she is going to kill herself tonight.';
const threadOf = (nth: number) => `${AT / 1000 + nth}.000100`;
const notes = () => running.slack.calls.filter(({ method }) => method === 'chat.postEphemeral');
const answered = (nth: number) =>
  [...running.slack.messages.values()].some(({ thread }) => thread === threadOf(nth));

describe('somebody who sends far too much', () => {
  it('is told so privately, while others and open safety are still taken in', async () => {
    running = await startApp({ now: () => AT, limits: { person: 4, workspace: 0 } });
    const { slack, settled } = running;
    for (let nth = 0; nth < 6; nth += 1) await slack.mention(ORDINARY, { ts: threadOf(nth) });
    await slack.mention(OPEN, { ts: threadOf(6) });
    await slack.mention(ORDINARY, { ts: threadOf(7), user: 'U0OTHER' });
    await settled();
    expect([0, 1, 2, 3, 4, 5, 6, 7].map(answered)).toEqual([
      ...[true, true, true, true, false, false],
      ...[true, true],
    ]);
    const told = notes().filter(({ args }) => args.text?.includes('wait a minute'));
    expect(told.map(({ args }) => args.channel)).toEqual([KEY.channel, KEY.channel]);
  });
});
