import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../demo/cases.ts';
import {
  DEFAULT_POLICY,
  type WorkspacePolicy,
} from '../../src/pipeline/settings/workspace-policy.ts';
import { AUTHOR, KEY, OTHER } from '../support/builders.ts';
import { textOf } from '../support/fake-slack.ts';
import { type Running, startApp } from '../support/start-app.ts';

const DUTY = 'U04DUTY';
const SECOND = 'U05SECOND';
const SUPERVISOR = 'U03SUPER';
const CHANNEL = 'C02SUPER';
const MINUTE = 60 * 1000;

let bot: Running;
let now: number;

const decide = (over: Partial<WorkspacePolicy> = {}) =>
  bot.app.state.records.change({ team: KEY.team, kind: 'policy', id: '' }, () => ({
    ...DEFAULT_POLICY,
    ...{ supervisionChannel: CHANNEL, supervisors: [SUPERVISOR], onCall: [DUTY, SECOND] },
    ...over,
  }));

async function settled() {
  await bot.settled();
  await bot.app.state.alarms.look();
  await bot.settled();
}

/** What stands outside the case thread: pages to people and the line in the channel. */
const pages = () =>
  [...bot.slack.messages.values()]
    .filter(({ thread }) => thread === '')
    .map((message) => ({
      channel: message.channel,
      text: textOf(message.blocks),
    }));
const thread = () => bot.slack.shown().join('\n---\n');
const notes = () => bot.slack.called('chat.postEphemeral').map(({ text = '' }) => text);
const audit = async () => (await bot.app.state.store.audit(0)).map(({ what }) => what);

beforeEach(async () => {
  now = Date.now();
  bot = await startApp({ now: () => now });
  bot.slack.answers.set('conversations.open', ({ users }) => ({ channel: { id: `D0${users}` } }));
});
afterEach(() => bot.stop());

async function raise(over: Partial<WorkspacePolicy> = {}) {
  await decide(over);
  await bot.slack.mention(EXAMPLES.safety, { ts: stamp() });
  await settled();
}
const stamp = () => KEY.thread;

describe('an open safety matter', () => {
  it('pages everybody on call and the supervision channel once, with no word of the case', async () => {
    await raise();
    await settled();
    expect(
      pages()
        .map(({ channel }) => channel)
        .sort(),
    ).toEqual([CHANNEL, `D0${DUTY}`, `D0${SECOND}`]);
    for (const { text } of pages()) {
      expect(text).toContain('A safety matter is open.');
      expect(text).toContain(`<@${AUTHOR}>`);
      for (const sentence of EXAMPLES.safety.split(/[.?!]\s/)) expect(text).not.toContain(sentence);
    }
    expect(JSON.stringify(bot.slack.calls)).not.toMatch(/<!(?:channel|here|everyone)/);
    expect(bot.log.join('')).not.toMatch(/U0\dDUTY|U05SECOND|U01AUTHOR/);
    expect(thread()).toContain('The people on call in your service have been told');
    expect(await audit()).toContain('page.sent');
  });

  it('pages nobody when nobody is on call, and says nothing of it', async () => {
    await raise({ onCall: [] });
    expect(pages()).toEqual([]);
    expect(thread()).toContain('Safety first');
    expect(thread()).not.toContain('people on call');
  });

  it('is not paged when there is only a question to ask', async () => {
    await decide();
    await bot.slack.mention('She said she sometimes wishes she could just not wake up one day.');
    await settled();
    const kase = await bot.app.state.store.load(KEY);
    expect(kase?.assessment?.safety.status).toBe('ask');
    expect(pages()).toEqual([]);
  });

  it('is told of again while nobody has it, at night too, with growing pauses', async () => {
    await raise({ workingHours: { days: [], from: 0, to: 0, zone: 'UTC' } });
    const told = () => pages().filter(({ channel }) => channel === `D0${DUTY}`).length;
    expect(told()).toBe(1);
    now += 4 * MINUTE;
    await settled();
    expect(told()).toBe(1);
    now += 2 * MINUTE;
    await settled();
    expect(told()).toBe(2);
    now += 6 * MINUTE;
    await settled();
    expect(told()).toBe(2);
    now += 5 * MINUTE;
    await settled();
    expect(told()).toBe(3);
    expect(pages().filter(({ channel }) => channel === CHANNEL)).toHaveLength(1);
  });

  it('is acknowledged by one, and everybody sees who has it; nobody is told again', async () => {
    await raise();
    await bot.slack.press('page-have', { user: DUTY });
    await settled();
    for (const { text } of pages()) expect(text).toContain(`<@${DUTY}> has it`);
    expect(pages().every(({ text }) => !text.includes('I have it'))).toBe(true);
    expect(thread().match(/who is on call, has seen/g)).toHaveLength(1);
    expect(await audit()).toContain('page.acknowledged');
    const before = pages().length;
    now += 300 * MINUTE;
    await settled();
    expect(pages()).toHaveLength(before);
  });

  it('has one who was first: the next one is told who', async () => {
    await raise();
    const forged = {
      ...{ type: 'block_actions', team: { id: KEY.team }, channel: { id: `D0${SECOND}` } },
      ...{ user: { id: SECOND, team_id: KEY.team }, message: { ts: '1800000000.000002' } },
      actions: [
        {
          action_id: 'page-have',
          value: `${KEY.channel} ${KEY.thread}`,
          action_ts: '1900000000.1',
        },
      ],
    };
    await bot.slack.press('page-have', { user: DUTY });
    await settled();
    await bot.slack.send(forged);
    await settled();
    expect(notes().at(-1)).toContain(`<@${DUTY}> has it already`);
  });

  it.each([
    ['the clinician', AUTHOR],
    ['a colleague', OTHER],
  ])('cannot be acknowledged by %s', async (_who, user) => {
    await raise();
    await bot.slack.press('page-have', { user });
    await settled();
    expect(notes().at(-1)).toContain('Only people on call and supervisors');
    expect(pages()[0]?.text).toContain('Nobody has it yet');
  });

  it('ends when its author has it in hand', async () => {
    await raise();
    await bot.slack.press('in-hand');
    await settled();
    for (const { text } of pages()) expect(text).toContain(`<@${AUTHOR}> says that it is in hand`);
    const before = pages().length;
    now += 300 * MINUTE;
    await settled();
    expect(pages()).toHaveLength(before);
  });

  it('pages anew when it is told again after it was in hand', async () => {
    await raise();
    await bot.slack.press('in-hand');
    await settled();
    now += 60 * MINUTE;
    const before = pages().length;
    const ts = `${Math.floor(now / 1000) + 300_000_000}.000100`;
    await bot.slack.say(EXAMPLES.safety, { ts, thread: KEY.thread });
    await settled();
    expect(pages().length).toBeGreaterThan(before);
  });

  it('shows its safety content when nobody can be paged', async () => {
    bot.slack.answers.set('conversations.open', () => ({ ok: false, error: 'internal_error' }));
    await raise();
    expect(thread()).toContain('Safety first');
    now += MINUTE;
    bot.slack.answers.delete('conversations.open');
    bot.slack.answers.set('conversations.open', ({ users }) => ({ channel: { id: `D0${users}` } }));
    await settled();
    expect(pages().map(({ channel }) => channel)).toContain(`D0${DUTY}`);
    expect(pages().filter(({ channel }) => channel === CHANNEL)).toHaveLength(1);
  });
});

describe('while the store is down', () => {
  it('people this process knows to be on call are told, and the safety content stands', async () => {
    const contacts = { emergency: '112', crisis: null, duty: null };
    await decide({ contacts });
    await bot.slack.mention(EXAMPLES.withdrawal, { ts: '1700000500.000100' });
    await settled();
    const down = async () => Promise.reject(new Error('store down'));
    Object.assign(bot.app.state.records, { read: down, change: down });
    Object.assign(bot.app.state.store, { enqueue: down, load: down, waiting: down });
    expect(await bot.slack.mention(EXAMPLES.safety)).toBe('failed');
    await bot.app.slack.idle(5_000);
    expect(pages().map(({ channel }) => channel)).toContain(`D0${DUTY}`);
    expect(thread()).toContain('Safety first');
    expect(thread()).toContain('Emergency: 112');
    expect(await bot.slack.mention(EXAMPLES.safety, { again: 1 })).toBe('failed');
    await bot.app.slack.idle(5_000);
    expect(pages().filter(({ channel }) => channel === `D0${DUTY}`)).toHaveLength(1);
  });
});

describe('a text that is held for its author', () => {
  it('is paged at once when something in it is open', async () => {
    await bot.stop();
    bot = await startApp({ now: () => now, preview: 'always' });
    bot.slack.answers.set('conversations.open', ({ users }) => ({ channel: { id: `D0${users}` } }));
    await raise();
    expect(pages().map(({ channel }) => channel)).toContain(`D0${DUTY}`);
    expect(thread()).toContain('Safety first');
  });
});

describe('the contacts of the workspace', () => {
  const contacts = { emergency: '112', crisis: 'Crisis line 0800 <b>', duty: 'Dr Duty, ext. 7' };

  it('stand in the safety reply as the owner wrote them, beside the plain words', async () => {
    await raise({ contacts });
    expect(thread()).toContain('Emergency: 112');
    expect(thread()).toContain('On duty: Dr Duty, ext. 7');
    expect(thread()).toContain('Crisis line 0800 &lt;b&gt;');
    expect(thread()).toContain('Your local law');
  });

  it('are plain words alone until the owner has set them', async () => {
    await raise();
    expect(thread()).toContain('call the emergency number of your place');
    expect(thread()).not.toContain('In your service');
  });
});
