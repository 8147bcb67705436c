import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../../demo/cases.ts';
import { DEFAULT_SETTINGS } from '../../../src/pipeline/settings/person-settings.ts';
import { AUTHOR, KEY, OTHER } from '../../support/builders.ts';
import { Course } from '../../support/course.ts';

let course: Course;
beforeEach(async () => {
  course = new Course();
  await course.start();
  const key = { team: KEY.team, kind: 'settings', id: AUTHOR } as const;
  const settings = { ...DEFAULT_SETTINGS, hypothesisFirst: true };
  await course.bot.app.state.records.change(key, () => settings);
});
afterEach(() => course.bot.stop());

const last = () => course.shown().at(-1) ?? '';
const guess = async (fields: Record<string, string>) => {
  await course.press('guess');
  await course.bot.slack.submit(fields);
  await course.bot.settled();
};

describe('one’s own guess first', () => {
  it('is asked for before anything of the reading is shown', async () => {
    await course.bring(EXAMPLES.withdrawal);
    expect(course.shown()).toHaveLength(1);
    expect(last()).toContain('Your own guess first');
    expect(last()).not.toMatch(/Reading, for now|You might say|gone quiet/);
  });

  it('stands beside ours, in the same message, with where the two agree and differ', async () => {
    await course.bring(EXAMPLES.withdrawal);
    await guess({
      'guess-0': 'She has gone silent and gives one-word answers because of the fee.',
      'guess-1': 'I reassure and advise too much.',
    });
    expect(course.shown()).toHaveLength(1);
    expect(last()).toContain('Side by side');
    expect(last()).toContain('Your guess: “She has gone silent');
    expect(last()).toContain('My part: I reassure');
    expect(last()).toMatch(/Both seem to see|Both seem to point the same way/);
    expect((await course.kase())?.hypothesis?.state).toBe('given');
    await course.say('She was late again.');
    expect(last()).not.toContain('Side by side');
  });

  it('is no part of the account', async () => {
    await course.bring(EXAMPLES.withdrawal);
    await guess({ 'guess-0': 'He is furious and threatens to quit unless I answer.' });
    expect((await course.kase())?.assessment?.text).not.toContain('furious');
    expect(last()).toContain('Reading, for now');
  });

  it('goes through screen and de-identification', async () => {
    await course.bring(EXAMPLES.withdrawal);
    await guess({ 'guess-0': 'Danielle Foster from Pawtucket is hurt.' });
    expect(JSON.stringify(await course.kase())).not.toMatch(/Danielle|Pawtucket/);
    expect(last()).not.toMatch(/Danielle|Pawtucket/);
  });

  it('can be told in the thread', async () => {
    await course.bring(EXAMPLES.withdrawal);
    await course.say('I think that she is hurt about the fee and that I hid behind advice.');
    expect(last()).toContain('Your guess: “I think that she is hurt');
  });

  it.each([
    ['by the button', () => course.press('show-reading')],
    ['by leaving both fields empty', () => guess({ 'guess-0': '', 'guess-1': '' })],
  ])('can be skipped %s', async (_, skip) => {
    await course.bring(EXAMPLES.withdrawal);
    await skip();
    expect(last()).toContain('Reading, for now');
    expect(last()).not.toContain('Side by side');
    expect(course.shown()).toHaveLength(1);
  });

  it('never holds back safety, and comes after it is in hand', async () => {
    await course.bring(EXAMPLES.safety);
    expect(last()).toContain('Safety first');
    await course.press('in-hand');
    expect(last()).toContain('Your own guess first');
  });

  it('gives way to safety when the guess raises it', async () => {
    await course.bring(EXAMPLES.withdrawal);
    await guess({ 'guess-0': 'I think she means to kill herself this week.' });
    expect(last()).toContain('Safety first');
  });

  it('is asked for once, of its author, and of nobody who did not choose it', async () => {
    await course.bring(EXAMPLES.withdrawal);
    await course.press('show-reading', OTHER);
    expect(last()).toContain('Your own guess first');
    await course.press('show-reading');
    await course.say('She was late again.');
    expect(last()).not.toContain('Your own guess first');
  });
});
