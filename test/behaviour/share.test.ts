import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../demo/cases.ts';
import { DEFAULT_POLICY } from '../../src/pipeline/settings/workspace-policy.ts';
import { AUTHOR, KEY, OTHER } from '../support/builders.ts';
import { textOf } from '../support/fake-slack.ts';
import { type Running, startApp } from '../support/start-app.ts';

const CASE = `${EXAMPLES.withdrawal} She is called Danielle Foster.`;
const DIRECT = 'D01DIRECT';
const TS = '1700000000.000100';
const CHANNELS = [
  { id: KEY.channel, name: 'case-consult' },
  { id: 'C09LUNCH', name: 'lunch' },
  { id: 'C08PARTNER', name: 'partners', is_ext_shared: true },
];

let bot: Running;
beforeEach(async () => {
  bot = await startApp({ channels: `${KEY.channel},C08PARTNER` });
  bot.slack.answers.set('users.conversations', () => ({ channels: CHANNELS }));
  await bot.slack.say(CASE, { channel: DIRECT, ts: TS });
  await bot.settled();
});
afterEach(() => bot.stop());

const shown = () => JSON.parse(bot.slack.called('views.open').at(-1)?.view ?? '{}');
const inTeam = () =>
  [...bot.slack.messages.values()].filter(({ channel }) => channel === KEY.channel);
const wordsOf = (blocks: unknown) =>
  (blocks as { type: string; accessory?: unknown }[])
    .filter(({ type }) => type !== 'actions')
    .map(({ accessory: _button, ...block }) => textOf(block))
    .filter(Boolean)
    .join('\n');
function submission(over: { user?: string; channel?: string; metadata?: string } = {}) {
  const { callback_id, private_metadata } = bot.slack.modal();
  return {
    ...{ type: 'view_submission', user: { id: over.user ?? AUTHOR }, team: { id: KEY.team } },
    view: {
      ...{ id: 'V0SHARE', type: 'modal', callback_id },
      private_metadata: over.metadata ?? private_metadata,
      state: {
        values: {
          'share-channel': {
            'share-channel': { selected_option: { value: over.channel ?? KEY.channel } },
          },
        },
      },
    },
  };
}
async function share(over: Parameters<typeof submission>[0] = {}) {
  await bot.slack.press('share');
  await bot.slack.send(submission(over));
  await bot.settled();
}
const said = () => textOf(bot.slack.answered) + JSON.stringify(bot.slack.answered ?? '');

describe('sharing a private case', () => {
  it('stays private until it is shared on purpose', () => {
    expect(inTeam()).toEqual([]);
    expect([...bot.slack.messages.values()].every(({ channel }) => channel === DIRECT)).toBe(true);
  });

  it('offers only channels that allow cases, are not shared and that the author is in', async () => {
    await bot.slack.press('share');
    const [input] = shown().blocks.filter(({ type }: { type: string }) => type === 'input');
    const options = input.element.options.map(({ value }: { value: string }) => value);
    expect(options).toEqual([KEY.channel]);
  });

  it('posts exactly what was shown, once, with who shared it, and without identifiers', async () => {
    await bot.slack.press('share');
    const view = shown();
    await bot.slack.send(submission());
    await bot.settled();
    const [root, reading, ...more] = inTeam();
    expect(more).toEqual([]);
    expect(root?.thread).toBe('');
    expect(reading?.thread).toBe(root?.ts);
    const preview = wordsOf(
      view.blocks.slice(
        view.blocks.findIndex(({ block_id }: { block_id: string }) => block_id === 'preview') + 1,
      ),
    );
    const posted = [root, reading].map((message) => wordsOf(message?.blocks)).join('\n');
    expect(posted).toBe(preview);
    expect(posted).toContain(`shared by <@${AUTHOR}>`);
    expect(posted).not.toMatch(/Danielle|Foster/);
  });

  it('posts no sentence that waits for a supervisor', async () => {
    const policy = { ...DEFAULT_POLICY, review: 'gate' as const, supervisors: [OTHER] };
    const at = { team: KEY.team, kind: 'policy' as const, id: '' };
    await bot.app.state.records.change(at, () => policy);
    const kase = await bot.app.state.store.load({ ...KEY, channel: DIRECT, thread: TS });
    const [phrase] = kase?.assessment?.suggestions.phrases ?? [];
    expect(phrase?.text.length).toBeGreaterThan(20);
    await share();
    const posted = inTeam()
      .map((message) => textOf(message.blocks))
      .join();
    expect(posted).toContain('Reading, for now');
    expect(posted).not.toContain(phrase?.text ?? 'nothing');
    expect(posted).toContain('supervisor');
  });

  it('says privately where it went, and notes it in the audit', async () => {
    await share();
    expect(bot.slack.called('chat.postEphemeral').at(-1)?.text).toContain('Shared to');
    const audit = await bot.app.state.store.audit(0);
    expect(audit.filter(({ what }) => what === 'case.shared')).toHaveLength(1);
  });

  it('goes on as an ordinary case in the channel', async () => {
    await share();
    const thread = inTeam()[0]?.ts ?? '';
    await bot.slack.say('Now she told me that I am just like all the others, and I felt annoyed.', {
      ...{ channel: KEY.channel, ts: '1900000000.000100', thread },
    });
    await bot.settled();
    expect(bot.slack.shown(thread).join()).toContain('What changed');
    const direct = [...bot.slack.messages.values()].filter(({ channel }) => channel === DIRECT);
    expect(direct).toHaveLength(1);
  });

  it('is not done twice by a double press, nor once more afterwards', async () => {
    await bot.slack.press('share');
    const twice = submission();
    await Promise.all([bot.slack.send(twice), bot.slack.send(twice)]);
    await bot.settled();
    expect(inTeam()).toHaveLength(2);
    await bot.slack.press('share');
    expect(textOf(shown())).toContain('shared to');
    await bot.slack.send(twice);
    expect(said()).toContain('shared to');
    expect(inTeam()).toHaveLength(2);
  });

  it.each([
    ['a channel that is not allowed', { channel: 'C09LUNCH' }, 'does not allow cases'],
    [
      'a channel shared with another organisation',
      { channel: 'C08PARTNER' },
      'does not allow cases',
    ],
    ['somebody else', { user: OTHER }, 'Only the person who brought this case'],
    [
      'a forged case',
      { metadata: `${DIRECT} ${TS} other-case-id-0001 0123456789abcdef` },
      'deleted',
    ],
  ])('is refused for %s, with a reason', async (_what, over, words) => {
    await share(over);
    expect(said()).toContain(words);
    expect(inTeam()).toEqual([]);
  });

  it('shows anew what has changed since it was looked at', async () => {
    await bot.slack.press('share');
    const before = submission();
    await bot.slack.say('He has been late twice, and I said nothing about it.', {
      ...{ channel: DIRECT, ts: '1700000100.000100', thread: TS },
    });
    await bot.settled();
    await bot.slack.send(before);
    expect(said()).toContain('has changed since you looked');
    expect(inTeam()).toEqual([]);
  });

  it('leaves nothing behind when Slack does not take it, and says what to do', async () => {
    bot.slack.answers.set('chat.postMessage', ({ channel }) =>
      channel === KEY.channel ? { ok: false, error: 'not_in_channel' } : {},
    );
    await share();
    expect(said()).toContain('invite me there');
    expect(inTeam()).toEqual([]);
  });

  it('takes our message back when the case cannot be kept there', async () => {
    await bot.slack.press('share');
    const { commit } = bot.app.state.store;
    bot.app.state.store.commit = async () => Promise.reject(new Error('down'));
    await bot.slack.send(submission());
    await bot.settled();
    bot.app.state.store.commit = commit;
    expect(said()).toContain('nothing was shared');
    expect(inTeam()).toEqual([]);
  });

  it('goes from the channel when its author deletes the private case', async () => {
    await share();
    await bot.slack.send({
      ...{ type: 'view_submission', user: { id: AUTHOR }, team: { id: KEY.team } },
      view: { id: 'V1', callback_id: 'delete-case', private_metadata: `${DIRECT} ${TS}` },
    });
    await bot.settled();
    expect(inTeam()).toEqual([]);
    expect(await bot.app.state.store.list(KEY.team, AUTHOR)).toEqual([]);
  });

  it('can be deleted in the channel alone, and shared anew then', async () => {
    await share();
    const thread = inTeam()[0]?.ts;
    await bot.slack.send({
      ...{ type: 'view_submission', user: { id: AUTHOR }, team: { id: KEY.team } },
      view: { id: 'V1', callback_id: 'delete-case', private_metadata: `${KEY.channel} ${thread}` },
    });
    await bot.settled();
    expect(inTeam()).toEqual([]);
    await share();
    expect(inTeam()).toHaveLength(2);
  });
});
