import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EXAMPLES } from '../../../demo/cases.ts';
import { AUTHOR, KEY, OTHER } from '../../support/builders.ts';
import { plainScreen } from '../../support/plain-screen.ts';
import { type Running, startApp } from '../../support/start-app.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let bot: Running;
beforeEach(async () => {
  bot = await startApp({ stages: { screen: plainScreen } });
});
afterEach(() => bot.stop());

const second = { ts: '1700000100.000100', thread: KEY.thread };
const shown = () => bot.slack.shown();
const load = () => bot.app.state.store.load({ ...KEY });
async function begin(text: string = EXAMPLES.withdrawal) {
  await bot.slack.mention(text);
  await bot.settled();
}

describe('a deleted message', () => {
  it.each([
    ['alone', {}],
    ['with replies, which leaves a tombstone', { tombstone: true as const }],
  ])('%s takes its case and our reply with it', async (_, how) => {
    await begin();
    expect(await bot.slack.remove(how)).toBe('acknowledged');
    await bot.settled();
    expect(shown()).toEqual([]);
    expect(await load()).toBeNull();
    const audit = await bot.app.state.store.audit(0);
    expect(audit.map(({ what }) => what)).toContain('turn.deleted');
  });

  it('takes only what came of it when the author told more before', async () => {
    await begin();
    await bot.slack.say(EXAMPLES.followUp, second);
    await bot.settled();
    expect(shown()).toHaveLength(2);
    await bot.slack.remove(second);
    await bot.settled();
    expect(shown()).toHaveLength(1);
    expect((await load())?.turns).toHaveLength(1);
    expect(JSON.stringify([shown(), await load()])).not.toContain('worksheets');
  });

  it('takes its words out of the reading that stands on later messages', async () => {
    await begin();
    await bot.slack.say(EXAMPLES.followUp, second);
    await bot.settled();
    await bot.slack.remove({ tombstone: true });
    await bot.settled();
    expect(shown()).toHaveLength(1);
    expect(JSON.stringify([shown(), await load()])).not.toContain('looks at the window');
  });

  it('that comes late after its deletion stays deleted', async () => {
    await begin();
    await bot.slack.say(EXAMPLES.followUp, second);
    await bot.slack.remove(second);
    await bot.settled();
    await bot.slack.say(EXAMPLES.followUp, second);
    await bot.settled();
    expect((await load())?.turns).toHaveLength(1);
    expect(shown()).toHaveLength(1);
  });

  it('takes an answer with it that a crash kept from being noted', async () => {
    const { store } = bot.app.state;
    const { commit } = store;
    store.commit = async () => Promise.reject(new Error('killed'));
    await bot.slack.mention(EXAMPLES.withdrawal);
    while (shown().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    store.commit = commit;
    await bot.slack.remove();
    await bot.settled();
    expect(shown()).toEqual([]);
    expect(await load()).toBeNull();
    expect(await store.waiting(KEY)).toEqual([]);
  });

  it('of a colleague or without a case changes nothing', async () => {
    await begin();
    const remark = { ...second, user: OTHER };
    await bot.slack.say('Sounds hard.', remark);
    await bot.settled();
    await bot.slack.remove({ ts: '1700000900.000100' });
    await bot.slack.remove({ ...remark, ts: '1700000950.000100' });
    await bot.settled();
    expect(shown()).toHaveLength(1);
    expect((await load())?.turns).toHaveLength(2);
  });

  it('is put back and repeated when Slack is busy', async () => {
    await begin();
    const headers = { 'retry-after': '1' };
    let busy = 2;
    bot.slack.answers.set('chat.delete', () => {
      busy -= 1;
      return busy >= 0 ? new Response('', { status: 429, headers }) : undefined;
    });
    await bot.slack.remove();
    await bot.settled();
    expect(shown()).toEqual([]);
  });
});

describe('our own reply', () => {
  it('deleted in Slack is not posted again by a press', async () => {
    await begin('She has gone quiet and I do not know why. Something is off between us.');
    const [ts = ''] = bot.slack.messages.keys();
    bot.slack.answers.set('chat.update', () => ({ ok: false, error: 'message_not_found' }));
    await bot.slack.press('tap');
    bot.slack.messages.delete(ts);
    await bot.settled();
    expect(bot.slack.called('chat.postMessage')).toHaveLength(1);
    expect(await bot.app.state.failed()).toEqual([]);
  });
});

describe('the Delete button', () => {
  it('deletes the case and every reply in Slack, also one that was never noted', async () => {
    await begin();
    const [first] = bot.slack.messages.values();
    if (!first) throw new Error('no reply');
    const [mark, ...rest] = first.blocks;
    const stray = { ...first, ts: '1800000009.000001', blocks: [{ ...mark }, ...rest] };
    bot.slack.messages.set(stray.ts, stray);
    await bot.slack.send({
      type: 'view_submission',
      user: { id: AUTHOR, team_id: KEY.team },
      team: { id: KEY.team },
      view: {
        ...{ type: 'modal', callback_id: 'delete-case' },
        private_metadata: `${KEY.channel} ${KEY.thread}`,
      },
    });
    await bot.settled();
    expect([...bot.slack.messages.keys()]).toEqual([]);
    expect(await load()).toBeNull();
    expect(await bot.app.state.store.kept(KEY.team)).toEqual([]);
  });
});

describe('the end of an installation', () => {
  const kept = () => bot.app.state.store.kept(KEY.team);
  beforeEach(async () => {
    await begin();
    await bot.slack.mention(EXAMPLES.confrontation, { ts: '1700000500.000100' });
    await bot.settled();
  });

  it.each(['app_uninstalled', 'tokens_revoked'] as const)('by %s leaves nothing', async (type) => {
    expect(await bot.slack.uninstall(type)).toBe('acknowledged');
    expect(await kept()).toEqual([]);
    expect(await load()).toBeNull();
    const audit = await bot.app.state.store.audit(0);
    expect(JSON.stringify(audit)).not.toMatch(new RegExp(`${AUTHOR}|${KEY.team}`));
    expect(audit.map(({ what }) => what)).toContain('forget.team');
  });

  it('is not the loss of a person’s own token', async () => {
    await bot.slack.uninstall('tokens_revoked', []);
    expect(await kept()).toHaveLength(2);
  });
});
