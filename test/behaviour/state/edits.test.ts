import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EXAMPLES } from '../../../demo/cases.ts';
import { KEY, OTHER } from '../../support/builders.ts';
import { plainScreen } from '../../support/plain-screen.ts';
import { type Running, startApp } from '../../support/start-app.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const DANGER = 'She said she wants to kill herself tonight and has the pills at home.';
const CHANGED = `${EXAMPLES.withdrawal} She also answers every question with a shrug now.`;

let bot: Running;
beforeEach(async () => {
  bot = await startApp({ stages: { screen: plainScreen } });
});
afterEach(() => bot.stop());

const shown = () => bot.slack.shown();
const posts = () => bot.slack.called('chat.postMessage').length;
const turns = async () => (await bot.app.state.store.load({ ...KEY }))?.turns ?? [];

describe('an edited message', () => {
  beforeEach(async () => {
    await bot.slack.mention(EXAMPLES.withdrawal);
    await bot.settled();
  });

  it('marks its reading as outdated, in one quiet update, however often Slack sends it', async () => {
    await bot.slack.edit(CHANGED);
    await bot.slack.edit(CHANGED);
    await bot.settled();
    expect(shown()).toHaveLength(1);
    expect(shown()[0]).toContain('You changed your message');
    expect(shown()[0]).toContain('Reading, for now');
    expect([posts(), bot.slack.called('chat.update').length]).toEqual([1, 1]);
  });

  it('is read again when its author asks, and only then', async () => {
    await bot.slack.edit(CHANGED);
    await bot.settled();
    await bot.slack.press('read-again', { user: OTHER });
    await bot.settled();
    expect((await turns())[0]?.text).not.toContain('shrug');
    await bot.slack.press('read-again');
    await bot.settled();
    expect((await turns())[0]?.text).toContain('shrug');
    expect(shown()).toHaveLength(1);
    expect(shown()[0]).not.toContain('You changed your message');
    const audit = await bot.app.state.store.audit(0);
    expect(audit.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['turn.edited', 'act.read-again']),
    );
  });

  it('is read with the next message of the author', async () => {
    await bot.slack.edit(CHANGED);
    await bot.settled();
    await bot.slack.say(EXAMPLES.followUp, { ts: '1700000100.000100', thread: KEY.thread });
    await bot.settled();
    expect((await turns())[0]?.text).toContain('shrug');
    expect(shown()[1]).not.toContain('You changed your message');
  });

  it('that opens a safety matter is answered at once, in a message of its own', async () => {
    await bot.slack.edit(`${EXAMPLES.withdrawal} ${DANGER}`);
    await bot.settled();
    expect(shown()).toHaveLength(2);
    expect(shown()[1]).toContain('Safety first');
    expect(shown()[1]).not.toContain('You might say');
  });

  it('does not settle a safety matter by taking the words out', async () => {
    await bot.slack.edit(`${EXAMPLES.withdrawal} ${DANGER}`);
    await bot.settled();
    await bot.slack.edit(EXAMPLES.withdrawal, { at: '1700000060.000100' });
    await bot.settled();
    await bot.slack.press('read-again');
    await bot.settled();
    expect(shown()[1]).toContain('Safety first');
    await bot.slack.press('in-hand');
    await bot.settled();
    expect(shown()[1]).toContain('Reading, for now');
  });

  it('leaves its new identifiers nowhere', async () => {
    await bot.slack.edit(`${CHANGED} Her name is Danielle Foster, phone 401-555-0136.`);
    await bot.settled();
    await bot.slack.press('read-again');
    await bot.settled();
    const all = JSON.stringify([bot.slack.calls, bot.log, await turns()]);
    expect(all).not.toMatch(/Danielle|Foster|0136/);
  });

  it.each([
    ['a link preview', () => bot.slack.edit(CHANGED, { preview: true })],
    ['a thread without a case', () => bot.slack.edit(CHANGED, { ts: '1700000700.000100' })],
    ['a channel that is not allowed', () => bot.slack.edit(CHANGED, { channel: 'C09LUNCH' })],
  ])('changes nothing for %s', async (_, send) => {
    expect(await send()).toBe('acknowledged');
    await bot.settled();
    expect(bot.slack.called('chat.update')).toEqual([]);
    expect((await turns())[0]?.pending).toBeUndefined();
  });

  it('of a colleague changes no reading', async () => {
    const remark = { ts: '1700000100.000100', thread: KEY.thread, user: OTHER };
    await bot.slack.say('Sounds hard.', remark);
    await bot.settled();
    await bot.slack.edit('Sounds very hard.', remark);
    await bot.settled();
    expect(bot.slack.called('chat.update')).toEqual([]);
    expect(shown()).toHaveLength(1);
  });
});

describe('an edit of a message nothing was read of', () => {
  it('is read at once', async () => {
    await bot.slack.mention('🙈🙉🙊 :pray:');
    await bot.settled();
    await bot.slack.edit(EXAMPLES.withdrawal);
    await bot.settled();
    expect(shown()).toHaveLength(1);
    expect(shown()[0]).toContain('Reading, for now');
  });
});

describe('an edit that cannot be stored', () => {
  it('is not acknowledged, and what it opens for safety is said all the same', async () => {
    await bot.slack.mention(EXAMPLES.withdrawal);
    await bot.settled();
    const { store } = bot.app.state;
    const { enqueue } = store;
    store.enqueue = async () => Promise.reject(new Error('away'));
    expect(await bot.slack.edit(`${EXAMPLES.withdrawal} ${DANGER}`)).toBe('failed');
    store.enqueue = enqueue;
    await bot.settled();
    expect(shown()[1]).toContain('Safety first');
  });
});
