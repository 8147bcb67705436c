import { afterEach, describe, expect, it } from 'vitest';
import { AUTHOR, KEY } from '../support/builders.ts';
import { textOf } from '../support/fake-slack.ts';
import { type Running, startApp } from '../support/start-app.ts';

const MOMENT =
  'Last week she went quiet when I mentioned the fee. She used to arrive with a list; now she says "fine" and looks at the window.';
const REST = {
  'form-feeling': 'I felt tense and guilty',
  'form-part': 'I filled the silence with advice',
  'form-work': 'We are working on her panic at work',
  'form-tried': 'I have tried waiting',
  'form-risk': 'asked last week, no thoughts of harming herself',
};
const DIRECT = `D0${AUTHOR}`;

let bot: Running;
afterEach(() => bot.stop());

const errors = () => (bot.slack.answered as { errors?: Record<string, string> }).errors ?? {};
const direct = () => [...bot.slack.messages.values()].filter(({ channel }) => channel === DIRECT);
const rootOf = () => direct().find(({ thread }) => thread === '');
async function fill(fields: Record<string, string>) {
  await bot.slack.command('new');
  await bot.slack.submit(fields);
  await bot.settled();
}

describe('the form for a case', () => {
  it('becomes one case in the direct conversation, for its writer alone', async () => {
    bot = await startApp();
    await fill({ 'form-moment': MOMENT, ...REST });
    expect(bot.slack.answered).toBeUndefined();
    const root = rootOf();
    expect(textOf(root?.blocks)).toContain('for you alone');
    expect(textOf(root?.blocks)).toContain('What I felt: I felt tense and guilty');
    const [reading] = direct().filter(({ thread }) => thread === root?.ts);
    expect(textOf(reading?.blocks)).toContain('Reading, for now');
    expect([...bot.slack.messages.values()].every(({ channel }) => channel === DIRECT)).toBe(true);
  });

  it('asks nothing again that the form has told', async () => {
    bot = await startApp();
    await fill({ 'form-moment': MOMENT, ...REST });
    expect(bot.slack.shown(rootOf()?.ts).join()).not.toContain('To sharpen this');
  });

  it('goes on as an ordinary case when its writer tells more in the thread', async () => {
    bot = await startApp();
    await fill({ 'form-moment': MOMENT, 'form-risk': REST['form-risk'] });
    const thread = rootOf()?.ts ?? '';
    await bot.slack.say('She told me that I am just like all the others and I felt annoyed.', {
      ...{ channel: DIRECT, ts: '1900000000.000100', thread },
    });
    await bot.settled();
    expect(bot.slack.shown(thread).join()).toContain('What changed');
  });

  it('puts safety first like any message', async () => {
    bot = await startApp();
    await fill({ 'form-moment': 'She said she has put the pills aside to kill herself tonight.' });
    const text = bot.slack.shown(rootOf()?.ts).join();
    expect(text).toContain('Safety first');
    expect(text).not.toContain('You might say');
  });

  it.each([
    ['nothing', {}, 'a few words'],
    ['signs only', { 'form-moment': '?!…' }, 'only read words'],
    [
      'another language',
      {
        'form-moment': 'Meine Patientin schweigt, seit ich das Honorar angesprochen habe, leider.',
      },
      'English only',
    ],
  ])('stays open with %s in it, and says what to mend', async (_what, fields, words) => {
    bot = await startApp();
    await fill(fields);
    expect(Object.values(errors()).join()).toContain(words);
    expect(direct()).toEqual([]);
  });

  it.each(['conversations.open', 'chat.postMessage'])(
    'stays open with its words when Slack fails at %s, and goes through at the next try',
    async (method) => {
      bot = await startApp();
      bot.slack.answers.set(method, () => new Response('down', { status: 503 }));
      await fill({ 'form-moment': MOMENT });
      expect(Object.values(errors()).join()).toContain('nothing was kept');
      expect(direct()).toEqual([]);
      bot.slack.answers.clear();
      await fill({ 'form-moment': MOMENT });
      expect(direct()).toHaveLength(2);
    },
  );

  it('stays open under the safety content when words that raise it cannot be taken in', async () => {
    bot = await startApp();
    bot.slack.answers.set('conversations.open', () => new Response('down', { status: 503 }));
    await fill({ 'form-moment': 'She has put the pills aside to kill herself tonight.' });
    expect(bot.slack.answered).toMatchObject({ response_action: 'push' });
    expect(textOf(bot.slack.answered)).toContain('may concern safety');
    expect(textOf(bot.slack.answered)).toContain('Your words are still in the form');
  });

  it('leaves no message of ours behind when the store does not take it', async () => {
    bot = await startApp();
    bot.app.state.store.enqueue = async () => Promise.reject(new Error('down'));
    await fill({ 'form-moment': MOMENT });
    expect(Object.values(errors()).join()).toContain('nothing was kept');
    expect(direct()).toEqual([]);
  });

  it('does not open the same form twice', async () => {
    bot = await startApp();
    await bot.slack.command('new');
    const { callback_id } = bot.slack.modal();
    const submission = {
      ...{ type: 'view_submission', user: { id: AUTHOR }, team: { id: KEY.team } },
      view: {
        ...{ id: 'V0SAME', type: 'modal', callback_id, private_metadata: '' },
        state: { values: { 'form-moment': { text: { value: MOMENT } } } },
      },
    };
    await Promise.all([bot.slack.send(submission), bot.slack.send(submission)]);
    await bot.settled();
    expect(direct().filter(({ thread }) => thread === '')).toHaveLength(1);
  });

  it('goes with everything when its writer deletes the case', async () => {
    bot = await startApp();
    bot.slack.answers.set('conversations.replies', ({ ts }) => ({
      messages: [...bot.slack.messages.values()]
        .filter((message) => message.thread === ts || message.ts === ts)
        .map((message) => ({ ...message, user: 'U0IMPASSE', bot_id: 'B0IMPASSE' })),
    }));
    await fill({ 'form-moment': MOMENT, ...REST });
    await bot.slack.press('delete');
    await bot.slack.submit({});
    await bot.settled();
    expect(direct()).toEqual([]);
  });
});

describe('the form where every text is looked at first', () => {
  it('waits for its writer, shows nothing of it before, and is read once they send it', async () => {
    bot = await startApp({ preview: 'always' });
    await fill({ 'form-moment': MOMENT, ...REST });
    expect(textOf(rootOf()?.blocks)).not.toContain('quiet');
    expect(bot.slack.shown(rootOf()?.ts)).toEqual([]);
    await bot.slack.pressNote('send-text');
    await bot.settled();
    expect(bot.slack.shown(rootOf()?.ts).join()).toContain('Reading, for now');
  });
});

describe('the hint while somebody types', () => {
  const type = (value: string) =>
    bot.slack.send({
      ...{ type: 'block_actions', user: { id: AUTHOR }, team: { id: KEY.team }, token: 'x' },
      container: { type: 'view', view_id: 'V0LIVE' },
      view: {
        ...{ id: 'V0LIVE', type: 'modal', callback_id: 'case-form', private_metadata: '' },
        state: { values: { 'form-moment': { 'text-form-moment': { value } } } },
      },
      actions: [{ type: 'plain_text_input', action_id: 'text-form-moment', value }],
    });
  const hints = () =>
    bot.slack.called('views.update').map(({ view }) => textOf(JSON.parse(view ?? '{}')));
  const pause = () => new Promise((resolve) => setTimeout(resolve, 700));

  it('comes once after a pause, counts what would go and repeats none of it', async () => {
    bot = await startApp();
    await type('My client Danielle');
    await type('My client Danielle Foster from');
    await type('My client Danielle Foster from Pawtucket is silent');
    expect(hints()).toEqual([]);
    await pause();
    await bot.settled();
    expect(hints()).toHaveLength(1);
    expect(hints().join()).toMatch(/would be taken out.*names \(\d\), places \(1\)/);
    expect(JSON.stringify(bot.slack.calls) + bot.log.join()).not.toMatch(
      /Danielle|Foster|Pawtucket/,
    );
  });

  it('says that nothing looks like a name, and leaves the fields as they are', async () => {
    bot = await startApp();
    await type('My client is silent');
    await pause();
    await bot.settled();
    expect(hints().join()).toContain('So far nothing in your words');
    expect(bot.slack.called('views.update').at(-1)?.view).not.toContain('initial_value');
  });
});

describe('the welcome', () => {
  it('comes once to each person, privately, after their first case', async () => {
    bot = await startApp({ newcomers: true });
    const welcomes = () => direct().filter(({ text }) => text.includes('I am Impasse'));
    await bot.slack.mention(`${MOMENT} I asked about risk and there was nothing.`);
    await bot.settled();
    expect(welcomes()).toHaveLength(1);
    expect(textOf(welcomes()[0]?.blocks)).toContain('not an emergency service');
    await bot.slack.mention(`${MOMENT} Again.`, { ts: '1700000900.000100' });
    await bot.settled();
    expect(welcomes()).toHaveLength(1);
  });

  it('comes with the first command, and never to somebody who is refused', async () => {
    bot = await startApp({ newcomers: true });
    bot.slack.answers.set('users.info', ({ user }) => ({
      user: { id: user, team_id: KEY.team, is_restricted: user === 'U0GUEST' },
    }));
    await bot.slack.command('help', { user: 'U0GUEST' });
    await bot.slack.command('help');
    await bot.settled();
    const channels = [...bot.slack.messages.values()].map(({ channel }) => channel);
    expect(channels).toEqual([DIRECT]);
  });

  it('waits when something is open for safety', async () => {
    bot = await startApp({ newcomers: true });
    await bot.slack.mention('She has put the pills aside to kill herself tonight.');
    await bot.settled();
    expect(direct()).toEqual([]);
  });
});
