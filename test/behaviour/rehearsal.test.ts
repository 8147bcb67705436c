import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../demo/cases.ts';
import { AUTHOR, KEY, OTHER } from '../support/builders.ts';
import { type Running, startApp } from '../support/start-app.ts';

const DIRECT = `D0${AUTHOR}`;
const PRACTICE = 'This is practice';

let bot: Running;
let count = 0;
beforeEach(async () => {
  count = 0;
  bot = await startApp();
}, 20_000);
afterEach(() => bot.stop());

/** The thread the rehearsal opened in the direct messages. */
const practiceThread = () => {
  const roots = [...bot.slack.messages.values()].filter(
    ({ channel, thread }) => channel === DIRECT && thread === '',
  );
  return roots.at(-1)?.ts ?? '';
};
const practised = () => bot.slack.shown(practiceThread());
const opening = () => bot.slack.shown('').join('\n');
const whispers = () => bot.slack.called('chat.postEphemeral').map(({ blocks = '' }) => blocks);

async function rehearse(text: string = EXAMPLES.withdrawal): Promise<void> {
  await bot.slack.mention(text);
  await bot.settled();
  await bot.slack.press('rehearse');
  await bot.settled();
}

async function say(text: string, over: { user?: string; ts?: string } = {}): Promise<string> {
  count += 1;
  const ts = over.ts ?? `1800000100.00${count}000`;
  await bot.slack.say(text, { channel: DIRECT, thread: practiceThread(), ...over, ts });
  await bot.settled();
  return practised().at(-1) ?? '';
}

describe('a rehearsal', () => {
  it('opens in the direct messages of the author and says that it is practice', async () => {
    await rehearse();
    expect(practiceThread()).not.toBe('');
    expect(opening()).toContain('The client says:');
    expect(opening()).toContain(PRACTICE);
    expect(whispers().join()).toContain('direct messages');
  });

  it('opens for the author only', async () => {
    await bot.slack.mention(EXAMPLES.withdrawal);
    await bot.settled();
    await bot.slack.press('rehearse', { user: OTHER });
    await bot.settled();
    expect(practiceThread()).toBe('');
    expect(whispers().join()).toContain('person who brought');
  });

  it('answers an owning sentence with what helped in it, one thing to try and a further line', async () => {
    await rehearse();
    const answer = await say(
      'I notice it has gone a bit quiet since I raised the fee, and I think I rushed it. How was that for you?',
    );
    expect(answer).toContain('What may have helped');
    expect(answer).toContain('I think I rushed it');
    expect(answer).toContain('One thing to try');
    expect(answer).toContain('Other words for the same moment');
    expect(answer).toContain('The client might answer:');
    expect(answer).toContain(PRACTICE);
  });

  it('answers a defending sentence without blame, and the client moves away', async () => {
    await rehearse();
    const answer = await say(
      'I am sorry if you felt that, but I was only trying to help and everyone pays it.',
    );
    expect(answer).toContain('leave');
    expect(answer).toContain('The client might answer:');
    expect(answer).not.toMatch(/wrong|mistake|bad|score|grade|\d ?\/ ?\d/i);
  });

  it('ends on a word, sums up and keeps nothing of what was said', async () => {
    await rehearse();
    await say('I wonder if I moved too fast there. What was that like?');
    const answer = await say('Okay, that’s enough for today, thanks.');
    expect(answer).toContain('To take with you');
    expect(answer).toContain('no longer kept');
    const [kept] = await bot.app.state.records.all(KEY.team, 'rehearsal');
    expect(kept?.value).toMatchObject({ ended: 'stopped', turns: [] });
    expect(await say('And another thing.')).toContain('This rehearsal is over');
  });

  it('ends by its button', async () => {
    await rehearse();
    await say('I wonder if I moved too fast there. What was that like?');
    await bot.slack.press('rehearse-stop');
    await bot.settled();
    expect(practised().at(-1)).toContain('The rehearsal is over');
    expect(practised().at(-1)).toContain('To take with you');
  });

  it('comes to its end after eight answers at most', async () => {
    await rehearse();
    for (let turn = 0; turn < 8; turn += 1) await say('Well, let me tell you how it works.');
    expect(practised()).toHaveLength(8);
    expect(practised().at(-1)).toContain('This is a good place to stop');
    expect(practised().at(-2)).not.toContain('This is a good place to stop');
  });

  it('gives words when nothing comes, and goes back to the same moment', async () => {
    await rehearse();
    const hint = await say("I don't know what to say");
    expect(hint).toContain('That happens to everyone');
    await say('You always do this.');
    const first = opening().match(/> “([^”]+)”/)?.[1] ?? 'nothing';
    expect(await say('again')).toContain(first);
  });

  it('is no case: nothing of it is read, counted or shown in the channel', async () => {
    await rehearse();
    const before = bot.slack.shown().length;
    await say('I notice I have been talking a lot. How is that for you?');
    expect(bot.slack.shown()).toHaveLength(before);
    expect(practised().join()).not.toContain('Reading, for now');
    const kept = await bot.app.state.store.kept(KEY.team);
    expect(kept.map(({ channel }) => channel)).toEqual([KEY.channel]);
  });

  it('answers a message once, although Slack sends it twice', async () => {
    await rehearse();
    const ts = '1800000300.000100';
    await say('I wonder what this is like for you.', { ts });
    await say('I wonder what this is like for you.', { ts });
    expect(practised()).toHaveLength(1);
  });
});

describe('a message that could not be answered at once', () => {
  it('is answered later, and once', async () => {
    await bot.stop();
    let now = 1_800_000_000_000;
    bot = await startApp({ now: () => now });
    await rehearse();
    bot.slack.answers.set('chat.postMessage', () => new Response('down', { status: 503 }));
    await say('I wonder what this is like for you.');
    expect(practised()).toEqual([]);
    bot.slack.answers.delete('chat.postMessage');
    now += 30_000;
    await bot.app.state.alarms.look();
    await bot.settled();
    expect(practised()).toHaveLength(1);
    now += 30_000;
    await bot.app.state.alarms.look();
    expect(practised()).toHaveLength(1);
  });
});

describe('safety in a rehearsal', () => {
  it('opens none while a safety matter is in front', async () => {
    await bot.slack.mention(EXAMPLES.withdrawal);
    await bot.settled();
    await bot.slack.say(EXAMPLES.safety, { ts: '1700000200.000100', thread: KEY.thread });
    await bot.settled();
    await bot.slack.press('rehearse');
    await bot.settled();
    expect(practiceThread()).toBe('');
    expect(whispers().join()).toContain('safety matter is in front');
  });

  it('stops at once when a turn raises one, and shows safety content instead', async () => {
    await rehearse();
    await say('I wonder how that was for you.');
    const answer = await say(
      'You told me that you have put the tablets aside to end your life tonight.',
    );
    expect(answer).toContain('comes first');
    expect(answer).not.toContain('The client might answer');
    expect(await say('Anyway, I notice it is quiet.')).toContain('This rehearsal is over');
  });

  it('stops when safety comes up in the case meanwhile', async () => {
    await rehearse();
    await bot.slack.say(EXAMPLES.safety, { ts: '1700000200.000100', thread: KEY.thread });
    await bot.settled();
    const answer = await say('I notice it has gone quiet. How is that for you?');
    expect(answer).toContain('comes first');
    expect(answer).not.toContain('The client might answer');
  });

  it('posts safety content also when nothing can be kept', async () => {
    await rehearse();
    await bot.app.state.close();
    await bot.slack.say('She wants to kill herself tonight, she told me.', {
      ...{ channel: DIRECT, thread: practiceThread(), ts: '1800000400.000100' },
    });
    await expect
      .poll(() => JSON.stringify([...bot.slack.messages.values()]))
      .toContain('Safety first');
  });
});

describe('a question of safety in a rehearsal', () => {
  it('is put instead of an answer, and the same moment waits', async () => {
    await rehearse();
    const asked = await say('Are you thinking about suicide?');
    expect(asked).toContain('I did not play that');
    expect(asked).not.toContain('The client might answer');
    const next = await say('I wonder what this silence is like for you.');
    expect(next).toContain('The client might answer');
  });
});

describe('what is left of a rehearsal', () => {
  it('is gone when the case is deleted, in Slack as well', async () => {
    await rehearse();
    await say('I wonder how that was for you.');
    const thread = practiceThread();
    await bot.slack.press('delete');
    await bot.slack.submit({});
    await bot.settled();
    expect(await bot.app.state.records.all(KEY.team, 'rehearsal')).toEqual([]);
    expect(await bot.app.state.records.all(KEY.team, 'rehearsal-place')).toEqual([]);
    expect(bot.slack.shown(thread)).toEqual([]);
    expect(bot.slack.messages.has(thread)).toBe(false);
  });

  it('loses a message that its author deletes, with the answer to it', async () => {
    await rehearse();
    await say('I wonder how that was for you.', { ts: '1800000500.000100' });
    await bot.slack.remove({ channel: DIRECT, ts: '1800000500.000100', thread: practiceThread() });
    await bot.settled();
    expect(practised()).toEqual([]);
    const [kept] = await bot.app.state.records.all(KEY.team, 'rehearsal');
    expect(kept?.value.turns).toEqual([]);
  });

  it('holds no name that was typed', async () => {
    await rehearse();
    await say('Danielle, I notice that you look at the window when I ask. How is that for you?');
    expect(JSON.stringify(bot.slack.calls)).not.toContain('Danielle');
    expect(whispers().join()).toContain('names');
    const [kept] = await bot.app.state.records.all(KEY.team, 'rehearsal');
    expect(JSON.stringify(kept)).toContain('look at the window');
    expect(JSON.stringify(kept)).not.toContain('Danielle');
  });
});
