import { afterEach, describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../demo/cases.ts';
import { DEFAULT_POLICY } from '../../src/pipeline/settings/workspace-policy.ts';
import type { PlayClient } from '../../src/rehearsal/play-client.ts';
import { AUTHOR, KEY, safe } from '../support/builders.ts';
import { type Running, startApp } from '../support/start-app.ts';

const DIRECT = `D0${AUTHOR}`;
const LINE = safe('It was the way you looked at the clock.');
const WORDING = safe('I wonder what my looking at the clock was like for you.');
const SAID = 'I notice it has been quiet, and I think I rushed it. How was that?';

let bot: Running;
afterEach(() => bot.stop());

/** Rehearses with a model that answers `played`; resolves to what it was asked and what stands then. */
async function rehearsed(
  over: Parameters<typeof startApp>[0] = {},
  played: Awaited<ReturnType<PlayClient>> = { line: LINE, wording: WORDING },
) {
  const asked: Parameters<PlayClient>[0][] = [];
  const play: PlayClient = async (input) => {
    asked.push(input);
    return played;
  };
  bot = await startApp({ ...over, play });
  await bot.slack.mention(EXAMPLES.withdrawal);
  await bot.settled();
  await bot.slack.press('rehearse');
  await bot.settled();
  const root = [...bot.slack.messages.values()].find(({ channel }) => channel === DIRECT);
  const say = async (text: string, ts: string) => {
    await bot.slack.say(text, { channel: DIRECT, thread: root?.ts ?? '', ts });
    await bot.settled();
    return bot.slack.shown(root?.ts ?? '').at(-1) ?? '';
  };
  return { asked, say };
}

describe('a rehearsal with a model', { timeout: 20_000 }, () => {
  it('shows its words, says whose they are, and keeps feedback by rules', async () => {
    const { say } = await rehearsed();
    const answer = await say(SAID, '1800000100.000100');
    expect(answer).toContain(LINE);
    expect(answer).toContain(WORDING);
    expect(answer).toContain('Written by the language model');
    expect(answer).toContain('You named your own part');
  });

  it('tells it what was said so far, in de-identified words only', async () => {
    const { asked, say } = await rehearsed();
    await say(`Danielle, ${SAID}`, '1800000100.000100');
    await say('What was it like to tell me?', '1800000200.000100');
    expect(asked).toHaveLength(2);
    expect(JSON.stringify(asked)).not.toContain('Danielle');
    expect(asked[1]?.talk.map(({ client }) => client)).toContain(LINE);
    expect(asked[0]).toMatchObject({ landing: 'opens', direction: 'withdrawal' });
  });

  it('plays the curated line where the model had nothing that passed', async () => {
    const { say } = await rehearsed({}, { line: null, wording: null });
    const answer = await say(SAID, '1800000100.000100');
    expect(answer).toContain('The client might answer:');
    expect(answer).toContain('Other words for the same moment');
    expect(answer).not.toContain('Written by the language model');
  });

  it('does not show it what its author would look at first', async () => {
    const { asked, say } = await rehearsed({ preview: 'doubt' });
    const doubtful =
      'i notice it has been quiet since the fee, and i think i rushed it when i told you at the door that day. how was that for you, i wonder';
    expect(await say(doubtful, '1800000100.000100')).toContain('The client might answer:');
    expect(asked).toEqual([]);
  });

  it('is not asked where danger was a matter for this client', async () => {
    const play: PlayClient = async () => {
      throw new Error('asked');
    };
    bot = await startApp({ play });
    await bot.slack.mention(`${EXAMPLES.withdrawal} ${EXAMPLES.safety}`);
    await bot.settled();
    await bot.slack.press('in-hand');
    await bot.settled();
    await bot.slack.press('rehearse');
    await bot.settled();
    const root = [...bot.slack.messages.values()].find(({ channel }) => channel === DIRECT);
    const thread = root?.ts ?? '';
    await bot.slack.say(SAID, { channel: DIRECT, thread, ts: '1800000100.000100' });
    await bot.settled();
    expect(bot.slack.shown(thread).at(-1)).toContain('The client might answer:');
  });

  it('offers no words that a supervisor is to see first', async () => {
    const { say } = await rehearsed();
    const gate = { ...DEFAULT_POLICY, review: 'gate' as const };
    await bot.app.state.records.change({ team: KEY.team, kind: 'policy', id: '' }, () => gate);
    const answer = await say(SAID, '1800000100.000100');
    expect(answer).toContain(LINE);
    expect(answer).not.toContain(WORDING);
    expect(answer).not.toContain('Other words for the same moment');
  });
});
