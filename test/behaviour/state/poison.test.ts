import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EXAMPLES } from '../../../demo/cases.ts';
import { buildStages } from '../../../src/build-stages.ts';
import { AUTHOR, KEY, OTHER } from '../../support/builders.ts';
import { plainScreen } from '../../support/plain-screen.ts';
import { type Running, startApp } from '../../support/start-app.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const { read } = buildStages().stages;
const DANGER = 'She said she wants to kill herself tonight and has the pills at home.';

let bot: Running;
let poisoned: boolean;
beforeEach(async () => {
  poisoned = false;
  bot = await startApp({
    attempts: 2,
    stages: {
      screen: plainScreen,
      read: (text) => {
        if (poisoned) throw new RangeError('The text of the case would stand here.');
        return read(text);
      },
    },
  });
  poisoned = true;
});
afterEach(() => bot.stop());

const shown = () => bot.slack.shown();

describe('a turn that cannot be read', () => {
  it('is apologised for in its thread after a few tries, and kept without a word of it', async () => {
    await bot.slack.mention(EXAMPLES.withdrawal);
    await bot.settled();
    expect(shown()).toHaveLength(1);
    expect(shown()[0]).toContain('I am sorry');
    expect(shown()[0]).toContain('Try again');
    const [failed, ...more] = await bot.app.state.failed();
    expect(more).toEqual([]);
    expect(failed).toMatchObject({ tries: 2, code: 'internal' });
    expect(Object.keys(failed ?? {}).sort()).toEqual(['at', 'code', 'thread', 'tries']);
    expect(bot.log.join('\n')).not.toMatch(/would stand here|gone quiet/);
  });

  it('is read when its author has it tried again, in the place of the apology', async () => {
    await bot.slack.mention(EXAMPLES.withdrawal);
    await bot.settled();
    poisoned = false;
    await bot.slack.press('try-again', { user: OTHER });
    await bot.settled();
    expect(bot.slack.called('chat.postEphemeral').at(-1)?.user).toBe(OTHER);
    expect(shown()[0]).toContain('I am sorry');
    await bot.slack.press('try-again');
    await bot.settled();
    expect(bot.slack.called('chat.postEphemeral').at(-1)).toMatchObject({
      user: AUTHOR,
      text: expect.stringContaining('Trying again'),
    });
    expect(shown()).toHaveLength(1);
    expect(shown()[0]).toContain('Reading, for now');
    expect(await bot.app.state.failed()).toEqual([]);
    await bot.slack.press('why');
  });

  it('is tried again with the next message', async () => {
    await bot.slack.mention(EXAMPLES.withdrawal);
    await bot.settled();
    poisoned = false;
    const ts = '1700000100.000100';
    await bot.slack.say(EXAMPLES.followUp, { ts, thread: KEY.thread });
    await bot.settled();
    expect(shown().at(-1)).toContain('Reading, for now');
    expect(await bot.app.state.failed()).toEqual([]);
  });

  it('still has its safety matter said first', async () => {
    await bot.slack.mention(`${EXAMPLES.withdrawal} ${DANGER}`);
    await bot.settled();
    expect(shown()).toHaveLength(1);
    expect(shown()[0]?.indexOf('Safety first')).toBeLessThan(
      shown()[0]?.indexOf('I am sorry') ?? 0,
    );
    expect(shown()[0]).toContain('Safety first');
  });

  it('has the safety matter of an earlier message said as well', async () => {
    bot.slack.answers.set('users.info', () => undefined);
    await bot.slack.mention(`${EXAMPLES.withdrawal} ${DANGER}`);
    const ts = '1700000100.000100';
    await bot.slack.say(EXAMPLES.followUp, { ts, thread: KEY.thread });
    await bot.settled();
    expect(shown().join('\n')).toContain('Safety first');
    expect(shown().join('\n')).toContain('I am sorry');
  });

  it('is gone with its apology when its message is deleted', async () => {
    await bot.slack.mention(EXAMPLES.withdrawal);
    await bot.settled();
    await bot.slack.remove({ tombstone: true });
    await bot.settled();
    expect(shown()).toEqual([]);
    expect(await bot.app.state.store.waiting(KEY)).toEqual([]);
    expect(await bot.app.state.failed()).toEqual([]);
  });
});
