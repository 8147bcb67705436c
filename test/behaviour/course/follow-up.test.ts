import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../../demo/cases.ts';
import { DEFAULT_SETTINGS } from '../../../src/pipeline/settings/person-settings.ts';
import { DEFAULT_POLICY } from '../../../src/pipeline/settings/workspace-policy.ts';
import { AUTHOR, KEY, OTHER } from '../../support/builders.ts';
import { Course, DAY, HOUR, START } from '../../support/course.ts';

let course: Course;
beforeEach(async () => {
  course = new Course();
  await course.start();
  await course.bring(EXAMPLES.withdrawal);
});
afterEach(() => course.bot.stop());

const records = () => course.bot.app.state.records;
const setPerson = (over: object) =>
  records().change({ team: KEY.team, kind: 'settings', id: AUTHOR }, () => ({
    ...{ ...DEFAULT_SETTINGS, ...over },
  }));
const setPolicy = (over: object) =>
  records().change({ team: KEY.team, kind: 'policy', id: '' }, () => ({
    ...{ ...DEFAULT_POLICY, ...over },
  }));

describe('asking how it went', () => {
  it('happens once, in the thread, after the session and within working hours', async () => {
    await course.choose('next-session', 'tomorrow');
    expect(course.shown()[0]).toContain('I will ask here how it went');
    await course.later(32 * HOUR);
    expect(course.questions()).toBe(0);
    // Friday at nine.
    await course.later(15 * HOUR);
    expect(course.questions()).toBe(1);
    await course.later(DAY);
    await course.later(7 * DAY);
    expect(course.questions()).toBe(1);
  });

  it('leaves the words that stand in the reading as they are', async () => {
    const words = () => course.shown()[0]?.match(/^\*“.*”\*$/gm);
    const before = words();
    await course.choose('next-session', 'week');
    expect(words()).toEqual(before);
    expect(before?.length).toBeGreaterThan(0);
  });

  it('keeps to the working hours of the workspace', async () => {
    const workingHours = { days: [6], from: 20, to: 22, zone: 'Asia/Tokyo' };
    await setPolicy({ workingHours });
    await course.choose('next-session', 'tomorrow');
    await course.later(2 * DAY + 30 * 60_000);
    expect(course.questions()).toBe(0);
    // Saturday at noon, UTC, is nine in the evening there.
    course.now = START + 3 * DAY + 2 * HOUR;
    await course.later(0);
    expect(course.questions()).toBe(1);
  });

  it.each([
    ['a person does not want it', () => setPerson({ followUps: false })],
    ['the workspace does not want it', () => setPolicy({ followUps: false })],
    ['it was taken back', () => course.choose('next-session', 'none')],
    ['the case was deleted', () => course.bot.app.state.store.remove(course.key)],
  ])('does not happen when %s meanwhile', async (_, change) => {
    await course.choose('next-session', 'tomorrow');
    await change();
    await course.later(3 * DAY);
    await course.later(5 * DAY);
    expect(course.questions()).toBe(0);
  });

  it('is not offered where it is not wanted', async () => {
    await setPerson({ followUps: false });
    await course.say('She was ten minutes late as well.');
    expect(course.shown().at(-1)).not.toContain('When do you see them next?');
  });

  it('waits while something is open for safety, which then stands', async () => {
    await course.choose('next-session', 'tomorrow');
    await course.say('She said she has put tablets aside to end it.');
    await course.later(3 * DAY);
    expect(course.questions()).toBe(0);
    expect(course.shown().at(-1)).toContain('Safety first');
    await course.press('in-hand');
    await course.later(2 * DAY);
    expect(course.questions()).toBe(1);
  });

  it('is answered by the author alone, and can be stopped for the case', async () => {
    await course.choose('next-session', 'tomorrow');
    await course.later(2 * DAY);
    await course.press('went-helped', OTHER);
    expect((await course.kase())?.tries).toEqual([]);
    await course.press('no-follow-ups');
    expect(course.shown().join()).not.toContain('When do you see them next?');
    const notes = course.bot.slack.called('chat.postEphemeral').map(({ text }) => text);
    expect(notes.at(-1)).toContain('I will not ask in this case any more');
  });
});

describe('the answer', () => {
  beforeEach(async () => {
    await course.choose('next-session', 'tomorrow');
    await course.later(2 * DAY);
  });

  it('takes the place of the question, with other words than before', async () => {
    const words = () =>
      course
        .shown()
        .join('\n')
        .match(/^\*“.*”\*$/gm) ?? [];
    const before = words();
    await course.press('went-no-change');
    expect(course.questions()).toBe(0);
    expect(course.shown().at(-1)).toContain('changed nothing, so here is another way');
    expect(words().length).toBeGreaterThan(before.length);
    expect(new Set(words()).size).toBe(words().length);
  });

  it('moves the stage on when it helped, and asks for the next session', async () => {
    await course.press('went-helped');
    expect((await course.kase())?.stage?.state).toBe('W2-disembed');
    expect(course.shown().at(-1)).toContain('You told us that it helped.');
    expect(course.shown().at(-1)).toContain('When do you see them next?');
  });

  it('puts a person first when it got worse, until more is told', async () => {
    await course.press('went-worse');
    const worse = course.shown().at(-1);
    expect(worse).toContain('no further words are offered just now');
    expect(worse).toContain('second pair of eyes');
    expect(worse).not.toMatch(/^\*“/m);
    await course.say('My supervisor thinks I was too fast. I would like to slow down with her.');
    expect(course.shown().at(-1)).toMatch(/^\*“/m);
  });

  it('leads to another way and a higher rung after two tries without effect', async () => {
    await course.press('went-no-change');
    await course.choose('next-session', 'tomorrow');
    await course.later(4 * DAY);
    await course.press('went-no-change');
    expect(course.shown().at(-1)).toContain('Two tries have not moved it');
    expect(course.shown().at(-1)).toContain('next step up in support may be due');
  });

  it('can be one line in a modal, which goes through the same checks', async () => {
    await course.press('add-line');
    await course.bot.slack.submit({ 'line-0': 'It helped. Danielle Foster opened up a little.' });
    await course.bot.settled();
    const kase = await course.kase();
    expect(kase?.tries.map(({ how }) => how)).toEqual(['helped']);
    expect(JSON.stringify(kase)).not.toContain('Danielle');
    expect(course.shown().at(-1)).toContain('You told us that it helped.');
  });

  it('can be a line that raises safety, and then safety stands', async () => {
    await course.press('add-line');
    await course.bot.slack.submit({ 'line-0': 'She said she wants to kill herself tonight.' });
    await course.bot.settled();
    expect(course.shown().at(-1)).toContain('Safety first');
  });

  it('is counted by week without a name, and a changed answer once', async () => {
    await course.press('went-helped');
    await course.say('Actually it fell flat.');
    const weeks = await records().all(KEY.team, 'trend');
    const counts = weeks.map(({ value }) => value.outcome);
    expect(counts).toContainEqual(expect.objectContaining({ helped: 1 }));
    expect(JSON.stringify(weeks)).not.toContain(AUTHOR);
  });
});
