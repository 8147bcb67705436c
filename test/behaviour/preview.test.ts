import { afterEach, describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../demo/cases.ts';
import { AUTHOR, KEY, OTHER } from '../support/builders.ts';
import { textOf } from '../support/fake-slack.ts';
import { type Running, startApp } from '../support/start-app.ts';

let bot: Running;
afterEach(() => bot.stop());

const SMALL =
  'she has gone quiet since we talked about the fee. i asked danielle foster twice what it was. she said nothing and looked at the door, and i felt i had done something wrong.';
const HOUR = 60 * 60 * 1000;

const notes = () => bot.slack.called('chat.postEphemeral').map(({ blocks = '' }) => blocks);
const newest = () => textOf(JSON.parse(notes().at(-1) ?? '[]'));
const waiting = () => bot.app.state.store.waiting(KEY);
const whats = async () => (await bot.app.state.store.audit(0)).map(({ what }) => what);

async function post(text: string, over: Parameters<typeof startApp>[0] = {}) {
  bot = await startApp(over);
  expect(await bot.slack.mention(text)).toBe('acknowledged');
  await bot.settled();
}

describe('a doubtful message', () => {
  it('waits, and its author alone sees it as it would be read', async () => {
    await post(SMALL);
    expect(bot.slack.shown()).toEqual([]);
    expect(await bot.app.state.store.load(KEY)).toBeNull();
    expect(newest()).toContain('it waits for you');
    expect(newest()).toContain('[Client]');
    expect(newest()).not.toContain('danielle');
    expect(bot.slack.called('chat.postEphemeral').at(-1)?.['user']).toBe(AUTHOR);
  });

  it('is read once its author sends it', async () => {
    await post(SMALL);
    await bot.slack.pressNote('send-text');
    await bot.settled();
    expect(bot.slack.shown()).toHaveLength(1);
    expect(await waiting()).toEqual([]);
    expect(newest()).toContain('It is being read');
    expect(await whats()).toContain('act.send');
  });

  it('is answered once, although Send is pressed twice', async () => {
    await post(SMALL);
    const first = notes().length;
    await bot.slack.pressNote('send-text');
    await bot.settled();
    expect(notes().length).toBe(first + 1);
    expect(bot.slack.called('chat.postMessage')).toHaveLength(1);
  });

  it('is sent by nobody else', async () => {
    await post(SMALL);
    await bot.slack.pressNote('send-text', { user: OTHER });
    await bot.settled();
    expect(bot.slack.shown()).toEqual([]);
    expect(bot.slack.called('chat.postEphemeral').at(-1)?.['user']).toBe(OTHER);
    expect(newest()).toContain('no longer waits');
  });

  it('leaves nothing behind when its author cancels it', async () => {
    await post(SMALL);
    await bot.slack.pressNote('cancel-text');
    await bot.settled();
    expect([await waiting(), bot.slack.shown()]).toEqual([[], []]);
    expect(newest()).toContain('Nothing of it is kept');
    expect(await whats()).toContain('turn.cancelled');
  });

  it('is gone after an hour, unread', async () => {
    let now = 1_700_000_000_000;
    await post(SMALL, { now: () => now });
    now += HOUR + 1;
    expect(await waiting()).toEqual([]);
    await bot.slack.pressNote('send-text');
    await bot.settled();
    expect(bot.slack.shown()).toEqual([]);
    expect(newest()).toContain('no longer waits');
  });

  it('goes with its message when that is deleted in Slack', async () => {
    await post(SMALL);
    await bot.slack.remove();
    await bot.settled();
    expect(await waiting()).toEqual([]);
  });

  it('is replaced when its message is edited in Slack', async () => {
    await post(SMALL);
    await bot.slack.edit(EXAMPLES.withdrawal);
    await bot.settled();
    expect(bot.slack.shown()).toHaveLength(1);
    expect(await waiting()).toEqual([]);
  });

  it.each([
    ['comes twice', ['30', '30'], 'second'],
    ['is followed by another', ['30', '60'], 'second'],
    ['comes after a later one', ['60', '30'], 'first'],
  ])('waits in its newest wording when an edit %s', async (_, seconds, newestOne) => {
    await post(SMALL);
    for (const [place, second] of seconds.entries()) {
      const words = seconds[0] === seconds[1] ? 'second' : ['first', 'second'][place];
      const at = `17000000${second}.000100`;
      expect(await bot.slack.edit(`${SMALL} ${words} wording.`, { at })).toBe('acknowledged');
    }
    await bot.settled();
    expect((await waiting()).map((event) => 'text' in event && event.text)).toEqual([
      expect.stringContaining(`${newestOne} wording`),
    ]);
    await bot.slack.pressNote('send-text');
    await bot.settled();
    expect(bot.slack.shown()).toHaveLength(1);
    expect((await bot.app.state.store.load({ ...KEY }))?.turns[0]?.text).toContain(newestOne);
  });

  it('waits once when two edits come at the same time', async () => {
    await post(SMALL);
    const edits = ['30', '40'].map((second) =>
      bot.slack.edit(`${SMALL} wording ${second}.`, { at: `17000000${second}.000100` }),
    );
    expect(await Promise.all(edits)).toEqual(['acknowledged', 'acknowledged']);
    await bot.settled();
    expect((await waiting()).map((event) => 'text' in event && event.text)).toEqual([
      expect.stringContaining('wording 40'),
    ]);
  });

  it('is shown again when Slack sends it again before it was shown', async () => {
    bot = await startApp();
    bot.slack.answers.set('chat.postEphemeral', () => new Response('', { status: 503 }));
    expect(await bot.slack.mention(SMALL)).toBe('failed');
    bot.slack.answers.clear();
    expect(await bot.slack.mention(SMALL, { again: 1 })).toBe('acknowledged');
    await bot.settled();
    await bot.slack.pressNote('send-text');
    await bot.settled();
    expect(bot.slack.shown()).toHaveLength(1);
  });

  it('is no case yet to other people in the thread', async () => {
    await post(SMALL);
    const other = { ts: '1700000100.000100', thread: KEY.thread, user: OTHER };
    await bot.slack.say('Sounds hard, take care of yourself.', other);
    await bot.settled();
    expect(await waiting()).toHaveLength(1);
  });
});

describe('a held text that is changed', () => {
  it('is read as it was typed when nothing more had to go', async () => {
    await post(SMALL);
    await bot.slack.pressNote('edit-text');
    expect(textOf(bot.slack.modal())).not.toContain('danielle');
    expect(JSON.stringify(bot.slack.modal())).toContain('[Client]');
    await bot.slack.submit({ 'part-0': 'She has gone quiet since we talked about the fee.' });
    await bot.settled();
    expect(bot.slack.shown()).toHaveLength(1);
    const kase = await bot.app.state.store.load({ ...KEY });
    expect(kase?.turns.map(({ text }) => text)).toEqual([
      'She has gone quiet since we talked about the fee.',
    ]);
  });

  it('goes through the same door: what still identifies is taken out, and it waits again', async () => {
    await post(SMALL);
    await bot.slack.pressNote('edit-text');
    await bot.slack.submit({ 'part-0': 'My client Danielle Foster has gone quiet on me.' });
    await bot.settled();
    expect(bot.slack.shown()).toEqual([]);
    expect(await waiting()).toHaveLength(1);
    expect(newest()).toContain('gone quiet on me');
    expect(JSON.stringify(bot.slack.calls)).not.toContain('Danielle');
  });

  it('keeps what was seen of safety in the text before', async () => {
    const open = `${SMALL} she has put the tablets aside and says it will be easier for everyone soon.`;
    await post(open);
    await bot.slack.pressNote('edit-text');
    await bot.slack.submit({ 'part-0': 'She has gone quiet since we talked about the fee.' });
    await bot.settled();
    expect(bot.slack.shown().at(-1)).toContain('Safety first');
  });
});

describe('open safety', () => {
  it('is answered at once whatever the preview says', async () => {
    await post(EXAMPLES.safety, { preview: 'always' });
    expect(bot.slack.shown().join()).toContain('Safety first');
    expect(await waiting()).toHaveLength(1);
    await bot.slack.pressNote('send-text');
    await bot.settled();
    expect(bot.slack.shown()).toHaveLength(1);
  });
});

describe('the policy', () => {
  it.each([
    ['always', EXAMPLES.withdrawal, 0],
    ['doubt', EXAMPLES.withdrawal, 1],
    ['doubt', SMALL, 0],
    ['doubt', 'shorter, please', 1],
    ['never', SMALL, 1],
  ] as const)('%s with %j answers %i at once', async (preview, text, answers) => {
    await post(text, { preview });
    expect(bot.slack.shown()).toHaveLength(answers);
  });

  it('lets a colleague’s remark in small letters pass', async () => {
    await post(EXAMPLES.withdrawal);
    const remark =
      'that sounds really hard. i had the same thing with one of mine last year. hang on.';
    await bot.slack.say(remark, { ts: '1700000100.000100', thread: KEY.thread, user: OTHER });
    await bot.settled();
    expect(await waiting()).toEqual([]);
    expect(notes().join()).not.toContain('send-text');
  });
});
