import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../demo/cases.ts';
import { AUTHOR, KEY, OTHER } from '../support/builders.ts';
import { type Running, startApp } from '../support/start-app.ts';

let bot: Running;
beforeEach(async () => {
  bot = await startApp();
});
afterEach(() => bot.stop());

const reply = { thread: KEY.thread };

describe('a stuck case in a thread', () => {
  it('gets one reading in that thread, within a second, with the clinician’s own words', async () => {
    const started = performance.now();
    expect(await bot.slack.mention(EXAMPLES.withdrawal)).toBe('acknowledged');
    await bot.settled();
    expect(performance.now() - started).toBeLessThan(1000);
    expect(bot.slack.shown()).toHaveLength(1);
    expect(bot.slack.shown()[0]).toContain('Reading, for now');
    expect(bot.slack.shown()[0]).toContain('not clinical advice');
  });

  it('is answered once, although the mention arrives as two events and again as a retry', async () => {
    await bot.slack.mention(EXAMPLES.withdrawal);
    await bot.slack.say(`<@U0IMPASSE> ${EXAMPLES.withdrawal}`, { ts: KEY.thread });
    await bot.slack.mention(EXAMPLES.withdrawal);
    await bot.settled();
    expect(bot.slack.called('chat.postMessage')).toHaveLength(1);
  });

  it('says what changed when the author tells more, in a message of its own', async () => {
    await bot.slack.mention(EXAMPLES.confrontation);
    await bot.settled();
    await bot.slack.say(EXAMPLES.followUp, { ts: '1700000100.000100', ...reply });
    await bot.settled();
    expect(bot.slack.shown()).toHaveLength(2);
  });

  it('leaves colleagues’ remarks in the thread unanswered', async () => {
    await bot.slack.mention(EXAMPLES.withdrawal);
    await bot.settled();
    await bot.slack.say('Sounds hard.', { ts: '1700000100.000100', user: OTHER, ...reply });
    await bot.settled();
    expect(bot.slack.shown()).toHaveLength(1);
  });

  it('is revised in place by a tap, and only by the author', async () => {
    await bot.slack.mention(
      'When I ask about the homework she shrugs, changes the subject and stares at the kettle for minutes.',
    );
    await bot.settled();
    await bot.slack.press('tap', { user: OTHER });
    await bot.settled();
    expect(bot.slack.called('chat.update')).toHaveLength(0);
    expect(bot.slack.called('chat.postEphemeral').at(-1)?.user).toBe(OTHER);
    await bot.slack.press('tap', { user: AUTHOR });
    await bot.settled();
    expect(bot.slack.called('chat.update')).toHaveLength(1);
    expect(bot.slack.shown()[0]).toContain('seen by you');
  });
});

describe('a safety matter', () => {
  it('is answered with safety content only, until the author says it is in hand', async () => {
    await bot.slack.mention(EXAMPLES.safety);
    await bot.settled();
    const [first] = bot.slack.shown();
    expect(first).toContain('Safety first');
    expect(first).not.toContain('You might say');
    await bot.slack.press('in-hand', { user: OTHER });
    await bot.settled();
    expect(bot.slack.shown()[0]).not.toContain('Reading, for now');
    await bot.slack.press('in-hand');
    await bot.settled();
    expect(bot.slack.shown()[0]).toContain('Reading, for now');
    const audit = await bot.app.state.store.audit(0);
    expect(audit.map(({ what, who }) => [what, who])).toContainEqual(['act.in-hand', AUTHOR]);
  });
});

describe('a message that cannot be read', () => {
  it.each([
    ['', 'nothing to read'],
    ['🙈🙉🙊 :pray:', 'only read words'],
    [
      'Meine Patientin kommt seit acht Monaten und schweigt, seit ich das Honorar angesprochen habe. Ich weiß nicht weiter.',
      'English only',
    ],
  ])('%s gets one plain line', async (text, words) => {
    await bot.slack.mention(text);
    await bot.settled();
    expect([...bot.slack.shown(), ...whispers()].join('\n')).toContain(words);
    expect(bot.slack.shown().join('\n')).not.toContain('You might say');
  });

  it('of 40,000 characters is read, and longer is refused with what to do', async () => {
    await bot.slack.mention(`${EXAMPLES.withdrawal} `.repeat(200).slice(0, 39_900));
    await bot.slack.mention('He said nothing. '.repeat(3000), { ts: '1700000500.000100' });
    await bot.settled();
    expect(bot.slack.shown()).toHaveLength(1);
    expect([...bot.slack.shown('1700000500.000100'), ...whispers()].join()).toMatch(/40,?000/);
  });

  const whispers = () => bot.slack.called('chat.postEphemeral').map(({ blocks = '' }) => blocks);
});

describe('the wrong place or person', () => {
  it('is told privately, and nothing is kept', async () => {
    await bot.slack.mention(EXAMPLES.withdrawal, { channel: 'C09LUNCH' });
    await bot.settled();
    expect(bot.slack.called('chat.postMessage')).toEqual([]);
    const [note] = bot.slack.called('chat.postEphemeral');
    expect([note?.user, note?.channel]).toEqual([AUTHOR, 'C09LUNCH']);
    expect(await bot.app.state.store.kept(KEY.team)).toEqual([]);
  });

  it.each([
    ['a guest', { is_restricted: true }],
    ['a stranger', { is_stranger: true }],
    ['a person of another team', { team_id: 'T09OTHER' }],
  ])('refuses %s', async (_, facts) => {
    bot.slack.answers.set('users.info', () => ({ user: { team_id: KEY.team, ...facts } }));
    await bot.slack.mention(EXAMPLES.withdrawal);
    await bot.settled();
    expect(bot.slack.called('chat.postMessage')).toEqual([]);
    expect(bot.slack.called('chat.postEphemeral')).toHaveLength(1);
  });

  it('refuses when Slack does not answer who is asking', async () => {
    bot.slack.answers.set('users.info', () => new Response('', { status: 500 }));
    await bot.slack.mention(EXAMPLES.withdrawal);
    await bot.settled();
    expect(bot.slack.called('chat.postMessage')).toEqual([]);
  });
});

describe('identifiers', () => {
  it('are named by class in a private note, and stand in no message of ours', async () => {
    await bot.slack.mention(EXAMPLES.identifiers);
    await bot.settled();
    const notes = bot.slack.called('chat.postEphemeral');
    expect(notes).toHaveLength(1);
    expect(notes[0]?.blocks).toContain('names');
    expect(JSON.stringify(bot.slack.calls)).not.toMatch(/Danielle|Foster|Pawtucket|0136/);
  });
});

describe('a malformed payload', () => {
  it.each([
    [{}],
    [{ type: 'event_callback', event: null }],
    [{ type: 'event_callback', event: { type: 'app_mention' } }],
    [{ type: 'block_actions', actions: [] }],
    [{ type: 'block_actions', actions: [{ action_id: 'tap:../../x' }], user: {}, channel: {} }],
  ])('%j does not stop the bot', async (body) => {
    await bot.slack.send(body);
    await bot.slack.mention(EXAMPLES.withdrawal);
    await bot.settled();
    expect(bot.slack.shown()).toHaveLength(1);
  });
});
