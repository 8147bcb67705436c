import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../demo/cases.ts';
import { AUTHOR, clear } from './support/builders.ts';
import { FakeSlack } from './support/fake-slack.ts';
import { startApp } from './support/start-app.ts';

/** Invented people and numbers from reserved ranges: one of every class. */
const PLANTED: Record<string, { readonly words: readonly string[]; readonly sentence: string }> = {
  name: { words: ['Danielle', 'Foster'], sentence: 'My client Danielle Foster goes silent.' },
  relative: { words: ['Anneliese'], sentence: 'Her partner Anneliese called the front desk.' },
  location: { words: ['Pawtucket'], sentence: 'She moved to Pawtucket in spring.' },
  street: { words: ['Alder', '14 Alder'], sentence: 'She lives at 14 Alder Lane with her sister.' },
  org: { words: ['Larkspur'], sentence: 'She teaches at Larkspur Elementary School.' },
  date: { words: ['March 14, 2024'], sentence: 'We began on March 14, 2024 after the intake.' },
  age90: { words: ['93-year-old'], sentence: 'She looks after her 93-year-old grandmother.' },
  phone: { words: ['401-555-0136'], sentence: 'She texted me from 401-555-0136 again.' },
  fax: { words: ['401-555-0199'], sentence: 'The letter came by fax: 401-555-0199.' },
  email: {
    words: ['dfoster82@example.com'],
    sentence: 'She wrote from dfoster82@example.com at night.',
  },
  ssn: { words: ['078-05-1120'], sentence: 'Her SSN is 078-05-1120 on the form.' },
  mrn: { words: ['00482913'], sentence: 'MRN 00482913 in our system.' },
  healthplan: { words: ['XJH845930'], sentence: 'Member ID XJH845930 for the plan.' },
  account: { words: ['8834501297'], sentence: 'She pays from account 8834501297 herself.' },
  license: { words: ['RN558210'], sentence: 'Her nursing licence RN558210 is at stake.' },
  vehicle: { words: ['1HGCM82633A004352'], sentence: 'Her car, VIN 1HGCM82633A004352, was sold.' },
  device: { words: ['SN-44190-B'], sentence: 'Her pump, serial SN-44190-B, beeped.' },
  url: {
    words: ['fosterbakes.example.org'],
    sentence: 'She blogs at https://fosterbakes.example.org/me daily.',
  },
  ip: { words: ['203.0.113.57'], sentence: 'The login came from 203.0.113.57 at noon.' },
  username: { words: ['@dani_bakes82'], sentence: 'She posts as @dani_bakes82 about me.' },
  mention: { words: ['U07ZZPLANT'], sentence: 'Her case worker is <@U07ZZPLANT> here.' },
};
const CASE = Object.values(PLANTED)
  .map(({ sentence }) => sentence)
  .join(' ');
/** What somebody types about their words: one that was missed, one that is not in the text. */
const TYPED = { missed: 'Quillfeather', 'not-identifier': 'Zephyrmoor' };
/** De-identified case text is no business of the log or the state file either. */
const PHRASE = 'stares at the kettle for minutes';

const filesIn = (folder: string) =>
  readdirSync(folder).map((name) => readFileSync(join(folder, name)).toString('latin1'));

/** Held texts, as-read modals, edits and reported words, in a thread of their own. */
async function putRight(text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'impasse-leak-'));
  const slack = new FakeSlack();
  const bot = await startApp({ path: join(folder, 'state.sqlite'), slack, preview: 'always' });
  for (const channel of ['C01TEAM', 'D01DIRECT']) {
    const ts = channel === 'C01TEAM' ? '1700000500.000100' : '1700000600.000100';
    await (channel === 'C01TEAM' ? slack.mention(text, { ts }) : slack.say(text, { channel, ts }));
    await bot.settled();
    await slack.pressNote('edit-text');
    await slack.submit({ 'part-0': `Changed: ${text}` });
    await bot.settled();
    await slack.pressNote('send-text');
    await bot.settled();
    for (const [does, words] of Object.entries(TYPED)) {
      await slack.send({
        ...{ type: 'block_actions', user: { id: AUTHOR }, trigger_id: 't' },
        actions: [{ action_id: 'as-read', value: `${channel} ${ts}` }],
      });
      await slack.pressInModal(does);
      await slack.submit({ words });
      await bot.settled();
    }
    await slack.edit(`Edited: ${text}`, { channel, ts });
    await slack.mention(`${text} ${TYPED.missed}`, { channel, ts: `${ts}1`, thread: ts });
    await bot.settled();
  }
  const state = filesIn(folder).join('\n');
  await bot.stop();
  rmSync(folder, { recursive: true });
  return { wire: JSON.stringify(slack.calls), state, log: bot.log.join('\n') };
}

const typing = (value: string) => ({
  ...{ type: 'block_actions', user: { id: AUTHOR }, trigger_id: 't' },
  view: {
    ...{ id: 'V0LIVE', callback_id: 'case-form', private_metadata: '' },
    state: { values: { 'form-moment': { 'text-form-moment': { value } } } },
  },
  actions: [{ action_id: 'text-form-moment', value }],
});
const shortcut = (text: string, user: string, ts: string) => ({
  ...{ type: 'message_action', callback_id: 'ask-about-case', trigger_id: 't' },
  ...{ user: { id: AUTHOR }, channel: { id: 'C09ANY' }, message: { user, text, ts } },
});

/** The form with its live hint, the shortcut on one's own and on another's message, the command, feedback. */
async function otherWays(text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'impasse-leak-'));
  const slack = new FakeSlack();
  const bot = await startApp({ path: join(folder, 'state.sqlite'), slack });
  await slack.command(text);
  await slack.command('new');
  await slack.send(typing(text));
  await new Promise((resolve) => setTimeout(resolve, 800));
  await slack.submit({ 'form-moment': text, 'form-part': `My part: ${text}` });
  await bot.settled();
  const own = '1700000700.000100';
  await slack.send(shortcut(text, AUTHOR, own));
  await slack.send(shortcut(text, 'U03OTHER', '1700000800.000100'));
  await bot.settled();
  await slack.press('not-helpful');
  await slack.submit({ 'feedback-line': text.slice(0, 300) });
  await bot.settled();
  const state = filesIn(folder).join('\n');
  await bot.stop();
  rmSync(folder, { recursive: true });
  return { wire: JSON.stringify(slack.calls), state, log: bot.log.join('\n') };
}

/** A rehearsal in which somebody types everything that identifies. */
async function practised(text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'impasse-leak-'));
  const slack = new FakeSlack();
  const path = join(folder, 'state.sqlite');
  const bot = await startApp({ path, slack, stages: { screen: () => clear } });
  await slack.mention(EXAMPLES.withdrawal);
  await bot.settled();
  await slack.press('rehearse');
  await bot.settled();
  const root = [...slack.messages.values()].find(({ blocks }) =>
    JSON.stringify(blocks).includes('The client says'),
  );
  const place = { channel: root?.channel ?? '', thread: root?.ts ?? '' };
  await slack.say(text, { ...place, ts: '1800000100.000100' });
  await bot.settled();
  await slack.say(`Danielle, ${text}`, { ...place, ts: '1800000200.000100' });
  await bot.settled();
  const state = filesIn(folder).join('\n');
  await slack.say('stop', { ...place, ts: '1800000300.000100' });
  await bot.settled();
  await bot.stop();
  rmSync(folder, { recursive: true });
  return { wire: JSON.stringify(slack.calls), state, log: bot.log.join('\n') };
}

async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'impasse-leak-'));
  const slack = new FakeSlack();
  const bot = await startApp({ path: join(folder, 'state.sqlite'), slack });
  const text = `${CASE} When I raise it she ${PHRASE}.`;
  await slack.mention(text);
  await bot.settled();
  if (slack.shown().join().includes('Safety first')) await slack.press('in-hand');
  await bot.settled();
  await slack.say(`Again: ${text}`, { ts: '1700000100.000100', thread: '1700000000.000100' });
  await slack.say(text, { channel: 'D01DIRECT', ts: '1700000200.000100' });
  slack.answers.set('chat.postMessage', () => new Response('down', { status: 503 }));
  await slack.mention(text, { ts: '1700000300.000100' });
  slack.answers.set('users.info', () => new Response('down', { status: 503 }));
  await slack.mention(text, { ts: '1700000400.000100', user: 'U05FRESH' });
  await new Promise((resolve) => setTimeout(resolve, 300));
  const open = filesIn(folder).join('\n');
  await bot.stop();
  const closed = filesIn(folder).join('\n');
  rmSync(folder, { recursive: true });
  return { wire: JSON.stringify(slack.calls), state: open + closed, log: bot.log.join('\n') };
}

/** Names of the places in which one of the words stands. */
const placesWith = (places: Readonly<Record<string, string>>, words: readonly string[]) =>
  Object.entries(places)
    .filter(([, all]) => words.some((word) => all.includes(word)))
    .map(([place]) => place);

describe('words that somebody types to put right what was removed', async () => {
  const places = await putRight(`${CASE} When I raise it she ${PHRASE}.`);

  it.each(Object.entries(PLANTED))(
    'and identifiers of class %s reach no wire, state or log',
    (_, { words }) => {
      expect(placesWith(places, words)).toEqual([]);
    },
  );

  it.each(Object.values(TYPED))('%s reaches no wire, state or log', (word) => {
    const all = Object.values(places).join('\n');
    expect(all.toLowerCase()).not.toContain(word.toLowerCase());
  });

  it('leave a preview, modals and an answer behind, so that the search had something to search', () => {
    expect(places.wire).toContain('send-text');
    expect(places.wire).toContain('kept-words');
    expect(places.wire).toContain('chat.postMessage');
    expect(places.wire).toContain(PHRASE);
  });
});

describe('words that come in by the form, the shortcut, the command and feedback', async () => {
  const places = await otherWays(`${CASE} When I raise it she ${PHRASE}.`);

  it.each(Object.entries(PLANTED))(
    'leave no identifier of class %s on a wire, in state or in the log',
    (_, { words }) => {
      expect(placesWith(places, words)).toEqual([]);
    },
  );

  it('leave cases and hints behind, so that the search had something to search', () => {
    expect(places.wire).toContain('would be taken out');
    expect(places.wire).toContain(PHRASE);
    expect(places.wire).toContain('somebody else');
    expect(places.wire).toContain('what-was-off');
    expect(places.state + places.log).not.toContain(PHRASE);
  });
});

describe('words that are typed in a rehearsal', async () => {
  const places = await practised(`I notice that you ${PHRASE}. ${CASE}`);

  it.each(Object.entries(PLANTED))(
    'leave no identifier of class %s on a wire, in state or in the log',
    (_, { words }) => {
      expect(placesWith(places, words)).toEqual([]);
    },
  );

  it('are answered, and stand in no state file or log line as they are', () => {
    expect(places.wire).toContain('The client might answer');
    expect(places.wire).toContain(PHRASE);
    expect(places.state + places.log).not.toContain(PHRASE);
  });
});

describe('identifiers', async () => {
  const places = await run();

  it.each(Object.entries(PLANTED))('of class %s reach no wire, state or log', (_, { words }) => {
    expect(placesWith(places, words)).toEqual([]);
  });

  it('leave a reading behind, so that the search had something to search', () => {
    expect(places.wire).toContain('Reading, for now');
    expect(places.log).toContain('turn.done');
    expect(places.state.length).toBeGreaterThan(1000);
  });

  it('keep company: the case text itself is in no state file and no log line', () => {
    expect(places.state).not.toContain(PHRASE);
    expect(places.log).not.toContain(PHRASE);
  });
});
