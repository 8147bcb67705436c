import { afterEach, describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../demo/cases.ts';
import { AUTHOR, KEY, OTHER } from '../support/builders.ts';
import { FakeSlack, textOf } from '../support/fake-slack.ts';
import { type Running, startApp } from '../support/start-app.ts';

let bot: Running;
afterEach(() => bot.stop());

const NAMED =
  'My client Danielle Foster, 34, from Pawtucket, goes silent whenever I mention her mother..';
const reply = { thread: KEY.thread, ts: '1700000100.000100' };

const newest = () =>
  textOf(JSON.parse(bot.slack.called('chat.postEphemeral').at(-1)?.['blocks'] ?? '[]'));
const shownModal = () => textOf(bot.slack.modal());
const whats = async () => (await bot.app.state.store.audit(0)).map(({ what }) => what);
const texts = async () =>
  (await bot.app.state.store.load({ ...KEY }))?.turns.map(({ text }) => text) ?? [];

/** What people wrote, as Slack shows it to those who may read the thread. */
function showThread(slack: FakeSlack, messages: readonly (readonly [string, string])[]) {
  slack.answers.set('conversations.replies', () => ({
    messages: messages.map(([ts, text]) => ({ ts, text, user: AUTHOR })),
  }));
}

async function post(text: string, over: Parameters<typeof startApp>[0] = {}) {
  bot = await startApp(over);
  await bot.slack.mention(text);
  await bot.settled();
}

async function correct(does: string, words: string) {
  await bot.slack.pressNote('as-read');
  await bot.slack.pressInModal(does);
  await bot.slack.submit({ words });
  await bot.settled();
}

describe('what was read', () => {
  it('is shown to its author, from the private note that says what was removed', async () => {
    await post(NAMED);
    expect(newest()).toContain('names');
    await bot.slack.pressNote('as-read');
    expect(shownModal()).toContain('goes silent whenever I mention her mother');
    expect(shownModal()).not.toMatch(/Danielle|Foster|Pawtucket/);
  });

  it('is shown from the answer too, where there was nothing to remove', async () => {
    await post(EXAMPLES.withdrawal);
    await bot.slack.press('as-read');
    expect(shownModal()).toContain('My client of eight months');
  });

  it.each([['the note'], ['the answer']])(
    'is shown to nobody else, pressed under %s',
    async (where) => {
      await post(NAMED);
      if (where === 'the note') await bot.slack.pressNote('as-read', { user: OTHER });
      else await bot.slack.press('as-read', { user: OTHER });
      await bot.settled();
      expect(bot.slack.called('views.open')).toEqual([]);
      expect(newest()).toContain('nothing to show');
    },
  );

  it('waits in it as well, marked as not read', async () => {
    await post(NAMED, { preview: 'always' });
    await bot.slack.send({
      ...{ type: 'block_actions', user: { id: AUTHOR }, trigger_id: 't' },
      container: { type: 'message', channel_id: KEY.channel, thread_ts: KEY.thread },
      actions: [{ action_id: 'as-read' }],
    });
    expect(shownModal()).toContain('has not been read yet');
  });

  it('is not shown after the case was deleted', async () => {
    await post(NAMED);
    await bot.app.state.store.remove(KEY);
    await bot.slack.pressNote('as-read');
    await bot.settled();
    expect(bot.slack.called('views.open')).toEqual([]);
  });
});

describe('a word that was missed', () => {
  it('is taken out of everything stored at once, and the case is read again', async () => {
    await post(NAMED);
    await correct('missed', 'goes silent');
    expect((await texts()).join()).toContain('[Identifying detail] whenever');
    expect(JSON.stringify(await bot.app.state.store.load({ ...KEY }))).not.toContain('goes silent');
    expect(bot.slack.shown().join()).not.toContain('goes silent');
    expect(bot.slack.called('chat.update').length).toBeGreaterThan(0);
    expect(newest()).toContain('Taken out in 1 places');
    expect(await whats()).toEqual(expect.arrayContaining(['deid.missed', 'act.corrected']));
  });

  it('is taken out of what comes later in the thread', async () => {
    await post(NAMED);
    await correct('missed', 'kettle');
    expect(newest()).toContain('did not find');
    await bot.slack.say('Today she stared at the Kettle and said nothing.', reply);
    await bot.settled();
    expect((await texts()).join()).not.toMatch(/kettle/i);
  });

  it('changes a text that still waits, which is then shown again', async () => {
    await post(NAMED, { preview: 'always' });
    await bot.slack.pressNote('edit-text');
    await bot.slack.send({
      ...{ type: 'block_actions', user: { id: AUTHOR }, trigger_id: 't' },
      view: { private_metadata: `${KEY.channel} ${KEY.thread}` },
      actions: [{ action_id: 'missed' }],
    });
    await bot.slack.submit({ words: 'her mother' });
    await bot.settled();
    expect(newest()).toContain('mention [Identifying detail]');
    await bot.slack.pressNote('send-text');
    await bot.settled();
    expect(bot.slack.shown()).toHaveLength(1);
    expect((await texts()).join()).not.toContain('her mother');
  });

  it('is nobody else’s to name', async () => {
    await post(NAMED);
    await bot.slack.pressNote('as-read');
    await bot.slack.pressInModal('missed');
    await bot.slack.submit({ words: 'goes silent' }, { user: OTHER });
    await bot.settled();
    expect((await texts()).join()).toContain('goes silent');
  });
});

describe('a word that was no identifier', () => {
  it('stands in the case again, read from what Slack still shows', async () => {
    bot = await startApp();
    showThread(bot.slack, [[KEY.thread, NAMED]]);
    await bot.slack.mention(NAMED);
    await bot.settled();
    expect((await texts()).join()).not.toContain('Pawtucket');
    await correct('not-identifier', 'Pawtucket');
    expect((await texts()).join()).toContain('from Pawtucket');
    expect((await texts()).join()).not.toMatch(/Danielle|Foster/);
    expect(newest()).toContain('These words stay in');
    expect(await whats()).toContain('deid.kept.location');
  });

  it('cannot be put back without the history, and says how to post it again', async () => {
    bot = await startApp();
    bot.slack.answers.set('conversations.replies', () => ({ ok: false, error: 'missing_scope' }));
    await bot.slack.mention(NAMED);
    await bot.settled();
    await correct('not-identifier', 'Pawtucket');
    expect(newest()).toContain('Post it once more');
    await bot.slack.say(NAMED, reply);
    await bot.settled();
    expect((await texts()).at(-1)).toContain('from Pawtucket');
  });

  it('does not bring back what its author changed before sending', async () => {
    bot = await startApp({ preview: 'always' });
    showThread(bot.slack, [[KEY.thread, NAMED]]);
    await bot.slack.mention(NAMED);
    await bot.slack.pressNote('edit-text');
    await bot.slack.submit({ 'part-0': 'My client goes silent.' });
    await bot.settled();
    await bot.slack.press('as-read');
    await bot.slack.pressInModal('not-identifier');
    await bot.slack.submit({ words: 'Pawtucket' });
    await bot.settled();
    expect(await texts()).toEqual(['My client goes silent.']);
    expect(newest()).toContain('Nothing changed');
  });
});

describe('tokens of a thread', () => {
  const first = 'Her sister Anneliese Berger called me. My client was angry about it.';
  const second = 'This time Ms. Berger came along, and Tomasz Nowak waited outside for them.';

  it('are numbered over the whole thread where Slack shows it', async () => {
    bot = await startApp();
    showThread(bot.slack, [[KEY.thread, first]]);
    await bot.slack.mention(first);
    await bot.settled();
    await bot.slack.say(second, reply);
    await bot.settled();
    const all = (await texts()).join('\n');
    expect(all).toMatch(/Person 1 \(sister\)/);
    expect(all).not.toMatch(/Berger|Nowak/);
    const [, later = ''] = await texts();
    expect(later).toContain('[Person 1 (sister)] came along');
  });

  it.each([
    ['is not granted', () => ({ ok: false, error: 'missing_scope' })],
    ['fails', () => new Response('', { status: 500 })],
  ])('stand for one message each where the history %s', async (_, answer) => {
    bot = await startApp();
    bot.slack.answers.set('conversations.replies', answer);
    await bot.slack.mention(first);
    await bot.settled();
    await bot.slack.say(second, reply);
    await bot.settled();
    expect(await texts()).toHaveLength(2);
    expect((await texts()).join()).not.toMatch(/Berger|Nowak/);
  });

  it('do not hold safety content back when Slack does not answer', async () => {
    bot = await startApp();
    await bot.slack.mention(EXAMPLES.withdrawal);
    await bot.settled();
    bot.slack.answers.set('conversations.replies', () => new Promise(() => undefined));
    const started = performance.now();
    await bot.slack.say(EXAMPLES.safety, reply);
    expect(performance.now() - started).toBeLessThan(2_000);
    await bot.settled();
    expect(bot.slack.shown().at(-1)).toContain('Safety first');
  });
});

describe('names that are known', () => {
  const members = [
    { id: 'U1', real_name: 'Brook Summers (she/her)', profile: { display_name: 'brook' } },
    { id: 'U2', deleted: true, real_name: 'Violet Winter' },
    { id: 'USLACKBOT', real_name: 'Slackbot' },
  ];

  it('of members of the workspace are taken out', async () => {
    const slack = new FakeSlack();
    slack.answers.set('users.list', ({ cursor }) =>
      cursor
        ? { members: members.slice(1) }
        : { members: members.slice(0, 1), response_metadata: { next_cursor: 'next' } },
    );
    await post('I told Brook about it, and brook summers laughed. My client did not.', { slack });
    expect(slack.called('users.list')).toHaveLength(2);
    expect((await texts()).join()).not.toMatch(/brook|summers/i);
  });

  it('of the practice are taken out', async () => {
    await post('We met at the quiet lantern again. My client said nothing at all.', {
      practice: 'Quiet Lantern, Other House',
    });
    expect((await texts()).join()).not.toContain('lantern');
  });
});
