import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AUTHOR, KEY, OTHER } from '../../support/builders.ts';
import { textOf } from '../../support/fake-slack.ts';
import { signedHttp } from '../../support/signed-http.ts';
import { type Running, startApp } from '../../support/start-app.ts';
import { view } from '../../support/view-parts.ts';

const SECRET = 'test-signing-secret';
/** The example the product itself gives, so that following it is answered with a reading. */
const CASE = view.say('help.example').replace('For example: my', 'My');
const OPEN = 'My client told me today she wants to kill herself tonight and has the pills ready.';
const DIRECT = `D0${AUTHOR}`;

let bot: Running;
let http: ReturnType<typeof signedHttp>;
let count = 0;
const next = () => {
  count += 1;
  return `${1_700_001_000 + count}.000100`;
};

beforeAll(async () => {
  bot = await startApp({ signingSecret: SECRET });
  http = signedHttp(bot.port, SECRET);
});
beforeEach(() => {
  bot.slack.calls.length = 0;
  bot.slack.answers.clear();
});
afterAll(() => bot.stop());

const shortcut = (message: Record<string, unknown>, user = AUTHOR) =>
  http.payload({
    ...{ type: 'message_action', callback_id: 'ask-about-case', trigger_id: 'trigger' },
    ...{ user: { id: user }, team: { id: KEY.team }, channel: { id: 'C09ANY', name: 'any' } },
    ...{ response_url: 'https://hooks.slack.com/app/1', message_ts: '1', token: 'x' },
    message: { type: 'message', ts: next(), user, ...message },
  });
const command = (text: string, over: Record<string, string> = {}) =>
  http.command({
    ...{ text, user_id: AUTHOR, channel_id: KEY.channel, team_id: KEY.team, trigger_id: 'trigger' },
    ...{ response_url: 'https://hooks.slack.com/commands/1', ...over },
  });
const opened = () =>
  bot.slack.called('views.open').map(({ view }) => textOf(JSON.parse(view ?? '{}')));
const posted = () =>
  bot.slack.called('chat.postMessage').map((args) => ({
    channel: args.channel,
    thread: args.thread_ts,
    text: textOf(JSON.parse(args.blocks ?? '[]')),
  }));

describe('the message shortcut', () => {
  it('answers one’s own message in the direct conversation, in a thread of its own', async () => {
    expect(await shortcut({ text: CASE })).toMatchObject({ status: 200 });
    await bot.settled();
    const [root, reading] = posted();
    expect(root).toMatchObject({ channel: DIRECT, thread: undefined });
    expect(reading).toMatchObject({ channel: DIRECT });
    expect(reading?.thread).toBeDefined();
    expect(reading?.text).toContain('Reading, for now');
    expect(opened()).toEqual([]);
  });

  it('takes identifiers out before anything is shown again', async () => {
    await shortcut({ text: `Danielle Foster is silent. ${CASE}` });
    await bot.settled();
    expect(JSON.stringify(bot.slack.calls)).not.toMatch(/Danielle|Foster/);
    expect(
      bot.slack
        .called('chat.update')
        .map((args) => args.blocks)
        .join(),
    ).toContain('gone quiet');
  });

  it('does not read anybody else’s message, and says why', async () => {
    await shortcut({ text: 'Quillfeather is silent.', user: OTHER });
    await bot.settled();
    expect(opened().join()).toContain('somebody else');
    expect(posted()).toEqual([]);
    expect(JSON.stringify(bot.slack.calls)).not.toContain('Quillfeather');
  });

  it.each([
    ['of a bot', { bot_id: 'B01', text: CASE }, 'somebody else'],
    ['without words', { text: '' }, 'no words of yours'],
    ['of signs only', { text: '?!' }, 'no words of yours'],
  ])('says what to do instead for a message %s', async (_what, message, words) => {
    await shortcut(message);
    expect(opened().join()).toContain(words);
    expect(posted()).toEqual([]);
  });

  it('answers guests with a plain no', async () => {
    bot.slack.answers.set('users.info', () => ({
      user: { id: 'U0GUEST', team_id: KEY.team, is_restricted: true },
    }));
    await shortcut({ text: CASE }, 'U0GUEST');
    expect(opened().join()).toContain('Guests');
    expect(posted()).toEqual([]);
  });

  it('shows safety first when the words raise it and the message cannot be taken in', async () => {
    bot.slack.answers.set('conversations.open', () => new Response('down', { status: 503 }));
    await shortcut({ text: OPEN });
    expect(opened().join()).toContain('may concern safety');
    expect(opened().join()).toContain('Please try again in a minute');
  });

  it('opens a message only once when it is pressed twice', async () => {
    const ts = next();
    await shortcut({ text: CASE, ts });
    await shortcut({ text: CASE, ts });
    await bot.settled();
    expect(posted().filter(({ thread }) => thread === undefined)).toHaveLength(1);
  });
});

describe('the command', () => {
  it.each([
    ['help', 'opens a form'],
    ['', 'opens a form'],
    ['what is this', 'opens a form'],
    ['status', 'Readings stand on rules alone'],
    ['mine', 'you brought'],
  ])('/impasse %s answers the asker alone', async (text, words) => {
    const { status, body } = await command(text);
    expect(status).toBe(200);
    expect(body).toMatchObject({ response_type: 'ephemeral' });
    expect(textOf(body)).toContain(words);
    expect(posted()).toEqual([]);
  });

  it.each([
    ['new', 'A stuck moment'],
    [' NEW ', 'A stuck moment'],
    ['forget', 'Delete my data?'],
  ])('/impasse %s opens what it is for', async (text, words) => {
    expect(await command(text)).toMatchObject({ status: 200, body: null });
    expect(opened().join()).toContain(words);
  });

  it('never reads a case behind the command, but puts safety first', async () => {
    const { body } = await command(OPEN);
    expect(textOf(body)).toContain('may concern safety');
    await bot.settled();
    expect(posted()).toEqual([]);
    expect(bot.log.join()).not.toContain('pills');
  });

  it('says that Slack was too slow when nothing can be opened any more', async () => {
    bot.slack.answers.set('views.open', () => new Response('down', { status: 503 }));
    expect(textOf((await command('new')).body)).toContain('Please try again in a minute');
  });

  it('lists the asker’s own cases with links, and nobody else’s', async () => {
    await shortcut({ text: CASE });
    await bot.settled();
    bot.slack.answers.set('chat.getPermalink', ({ message_ts }) => ({
      permalink: `https://example.slack.com/archives/D/p${message_ts}`,
    }));
    expect(textOf((await command('mine')).body)).toContain('https://example.slack.com/archives/');
    expect(textOf((await command('mine', { user_id: OTHER })).body)).toContain('no case with me');
  });

  it('refuses people it cannot check', async () => {
    bot.slack.answers.set('users.info', () => new Response('down', { status: 503 }));
    expect(textOf((await command('status', { user_id: 'U0NEW' })).body)).toContain(
      'could not check your membership',
    );
  });

  it('forgets the person once they have confirmed, and deletes its answers to them', async () => {
    await shortcut({ text: CASE });
    await bot.settled();
    const { body } = await http.payload({
      ...{ type: 'view_submission', user: { id: AUTHOR }, team: { id: KEY.team }, token: 'x' },
      view: { id: 'V1', type: 'modal', callback_id: 'forget-me', private_metadata: '' },
    });
    expect(textOf(body)).toContain('Cases deleted:');
    await bot.settled();
    expect(bot.slack.called('chat.delete').length).toBeGreaterThan(0);
    expect(textOf((await command('mine')).body)).toContain('no case with me');
    expect(await bot.app.state.store.list(KEY.team, AUTHOR)).toEqual([]);
  });
});

describe('prompts in the direct conversation', () => {
  const home = (tab: string) =>
    http.event(
      { type: 'app_home_opened', user: AUTHOR, channel: DIRECT, tab, event_ts: '1' },
      `EvHome${next()}`,
      KEY.team,
    );
  const message = (text: string, ts: string) =>
    http.event(
      { type: 'message', channel_type: 'im', user: AUTHOR, channel: DIRECT, ts, text },
      `Ev${ts}`,
      KEY.team,
    );

  it('are offered when the conversation is opened, not on the page beside it', async () => {
    await home('home');
    expect(bot.slack.called('assistant.threads.setSuggestedPrompts')).toEqual([]);
    expect(await home('messages')).toMatchObject({ status: 200 });
    await bot.settled();
    const [offered] = bot.slack.called('assistant.threads.setSuggestedPrompts');
    expect(offered?.channel_id).toBe(DIRECT);
    expect(JSON.parse(offered?.prompts ?? '[]')).toHaveLength(4);
  });

  it.each([
    ['What should I write?', 'For example'],
    ['open the form', 'Press the button'],
    ['What do you keep of me?', 'stored encrypted'],
    ['What are you, and what are you not?', 'not an emergency service'],
    ['help', 'opens a form'],
  ])('%s is answered with fixed words and opens no case', async (text, words) => {
    const ts = next();
    await message(text, ts);
    await bot.settled();
    expect(posted()).toMatchObject([{ channel: DIRECT, thread: ts }]);
    expect(posted()[0]?.text).toContain(words);
    expect(
      await bot.app.state.store.load({ team: KEY.team, channel: DIRECT, thread: ts }),
    ).toBeNull();
  });

  it('leave everything else to be read as a case', async () => {
    const ts = next();
    await message(`${CASE} What should I write?`, ts);
    await bot.settled();
    expect(posted()[0]?.text).toContain('Reading, for now');
  });
});
