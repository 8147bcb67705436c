import { describe, expect, it, type TestContext, vi } from 'vitest';
import { EXAMPLES } from '../../../demo/cases.ts';
import { KEY } from '../../support/builders.ts';
import { type Running, startApp } from '../../support/start-app.ts';

// Each case waits for real time limits and the pause before the next try, so they wait together.
vi.setConfig({ testTimeout: 20_000 });

const CALL_MS = 250;
async function start({ onTestFinished }: TestContext): Promise<Running> {
  const bot = await startApp({ callMs: CALL_MS });
  onTestFinished(() => bot.stop());
  return bot;
}

const never = () => new Promise<never>(() => {});
const late = () => new Promise((resolve) => setTimeout(resolve, 3 * CALL_MS));
/** An answer of which only the head arrives. */
const headOnly = () => new Response(new ReadableStream({ start: () => {} }));

type Method = 'chat.postMessage' | 'chat.update';

/** The first call is taken by Slack, or not, and answered like this; the others as usual. */
function firstCall({ slack }: Running, method: Method, isTaken: boolean, answer: () => unknown) {
  let calls = 0;
  slack.answers.set(method, async (args) => {
    calls += 1;
    if (calls > 1) return undefined;
    if (isTaken) {
      const body = new URLSearchParams(args).toString();
      await slack.fetch(`http://x/api/${method}`, { method: 'POST', body });
    }
    return answer();
  });
}

const CASES = [
  ['taken and answered too late', true, late],
  ['taken and never answered', true, never],
  ['taken, and the answer breaks off', true, headOnly],
  ['not taken and never answered', false, never],
] as const;

describe.concurrent('a post that Slack has', () => {
  it.for(CASES)('%s stands once in the end', async ([, isTaken, answer], test) => {
    const bot = await start(test);
    firstCall(bot, 'chat.postMessage', isTaken, answer);
    expect(await bot.slack.mention(EXAMPLES.withdrawal)).toBe('acknowledged');
    await bot.settled();
    expect(bot.slack.shown()).toHaveLength(1);
    const kase = await bot.app.state.store.load({ ...KEY });
    expect(kase?.replies.map(({ ts }) => ts)).toEqual([...bot.slack.messages.keys()]);
    expect(await bot.app.state.failed()).toEqual([]);
  });
});

describe.concurrent('an update that Slack has', () => {
  it.for(CASES)('%s changes the one reply', async ([, isTaken, answer], test) => {
    const bot = await start(test);
    await bot.slack.mention(EXAMPLES.withdrawal);
    await bot.settled();
    const [before] = bot.slack.shown();
    firstCall(bot, 'chat.update', isTaken, answer);
    await bot.slack.press('another');
    await bot.settled();
    expect(bot.slack.shown()).toHaveLength(1);
    expect(bot.slack.shown()[0]).not.toBe(before);
  });
});
