import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../demo/cases.ts';
import { KEY, OTHER } from '../support/builders.ts';
import { type Running, startApp } from '../support/start-app.ts';

let bot: Running;
beforeEach(async () => {
  bot = await startApp();
});
afterEach(() => bot.stop());

const kept = async () => (await bot.app.state.store.load(KEY))?.assessment?.suggestions;
const opened = () => bot.slack.called('views.open').at(-1)?.view ?? '';
async function open(what: string) {
  await bot.slack.press(what);
  await bot.settled();
}
let seconds = 0;
async function say(text: string) {
  seconds += 100;
  await bot.slack.say(text, { ts: `${1_700_000_000 + seconds}.000100`, thread: KEY.thread });
  await bot.settled();
}

describe('why these words', () => {
  it('is said in one line in the reply, and in full behind Why? and In full', async () => {
    await bot.slack.mention(EXAMPLES.withdrawal);
    await bot.settled();
    expect(bot.slack.shown()[0]).toContain('Why this first: They may have moved away');
    await open('why');
    expect(opened()).toContain('Why these sentences');
    expect(opened()).toContain('Change course without making it a topic');
    await open('all-words');
    expect(opened()).toContain('Why this one:');
    expect(opened()).toContain('If it falls flat');
  });

  it('says that something plain is owed first', async () => {
    await bot.slack.mention(EXAMPLES.confrontation);
    await bot.settled();
    await open('why');
    expect(opened()).not.toContain('Held back for now');
    expect(opened()).toContain('Something plain may be owed first');
  });
});

describe('another rung', () => {
  it('offers other people to ask, in place, and leaves the words as they are', async () => {
    await bot.slack.mention(EXAMPLES.withdrawal);
    await bot.settled();
    const before = await kept();
    await bot.slack.press('rung', { user: OTHER });
    await bot.settled();
    expect((await kept())?.consultation).toEqual(before?.consultation);
    await bot.slack.press('rung');
    await bot.settled();
    const after = await kept();
    expect(bot.slack.shown()).toHaveLength(1);
    expect(after?.phrases).toEqual(before?.phrases);
    const ids = before?.consultation.map(({ id }) => id) ?? [];
    expect(after?.consultation.length).toBeGreaterThan(0);
    expect(after?.consultation.filter(({ id }) => ids.includes(id))).toEqual([]);
  });

  it('asked in words comes in a message of its own', async () => {
    await bot.slack.mention(EXAMPLES.withdrawal);
    await bot.settled();
    await say('who else could I ask?');
    expect(bot.slack.shown()).toHaveLength(2);
    expect(bot.slack.shown()[1]).toContain('Another way of asking someone.');
    expect(bot.slack.shown()[1]).not.toContain('You might say');
  });
});

describe('the words of a school', () => {
  it('follow what the clinician says of their own work, in the reply and both windows', async () => {
    await bot.slack.mention(EXAMPLES.withdrawal);
    await bot.settled();
    const before = (await bot.app.state.store.load(KEY))?.assessment?.reading;
    await say("I don't do feelings talk, I'm CBT");
    const shown = bot.slack.shown()[1] ?? '';
    expect(shown).toContain('In your terms: CBT');
    expect(shown).toContain('safety behaviour');
    expect((await bot.app.state.store.load(KEY))?.assessment?.reading).toEqual(before);
    await open('both-sides');
    expect(opened()).toContain('In your terms: CBT');
    await open('all-words');
    expect(opened()).toContain('In CBT terms:');
  });
});

describe('for the therapist', () => {
  it('a word after the loss of a client stands in the reply', async () => {
    await bot.slack.mention(
      'I lost a client to suicide last spring. Since then I have pulled back from this one and keep her at arm’s length; she notices, gives me one-word answers and looks at the window. I asked her about risk last week and there was nothing.',
    );
    await bot.settled();
    expect(bot.slack.shown()[0]).toContain('make sure that you have someone for yourself');
  });
});
