import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OTHER } from '../../support/builders.ts';
import { Course, DAY } from '../../support/course.ts';
import { textOf } from '../../support/fake-slack.ts';

/** A course that has been going downhill after a good start. */
const DOWNHILL =
  'We began so well: for a year she called me the best therapist she had ever had. Since the summer it has gone steadily downhill after that good start, each session worse than the last, and we are both stuck and worn out. I feel helpless. I asked about risk last week and there was nothing.';

let course: Course;
beforeEach(async () => {
  course = new Course();
  await course.start();
  await course.bring(DOWNHILL);
  await course.press('tap:pat-downhill-after-good-start');
});
afterEach(() => course.bot.stop());

const last = () => course.shown().at(-1) ?? '';
const submit = async (option: string, user?: string) => {
  await course.bot.slack.submitChoice('plan-choice', option, user ? { user } : {});
  await course.bot.settled();
};

describe('planning an extended consultation', () => {
  it('is offered with the rung, to the author alone', async () => {
    expect(last()).toContain('laid out as a plan of four to six interviews');
    await course.press('plan', OTHER);
    expect(course.bot.slack.called('views.open')).toEqual([]);
  });

  it('lays out the interviews in weeks and sends them to copy, without a word of the case', async () => {
    await course.press('plan');
    await submit('6');
    expect((await course.kase())?.plan).toMatchObject({ interviews: 6, held: 0 });
    const note = course.bot.slack
      .called('chat.postMessage')
      .map(({ blocks = '' }) => textOf(JSON.parse(blocks)))
      .find((text) => text.includes('A plan for an extended consultation'));
    expect(note).toContain('Week 6, interview 6: The decision meeting');
    expect(note).toContain('What is not shared');
    expect(note).not.toMatch(/summer|best therapist|helpless|2030/);
  });

  it('is followed from interview to interview, and shown in the thread', async () => {
    await course.press('plan');
    await submit('5');
    expect((await course.kase())?.stage?.state).toBe('E0-request');
    await course.press('plan');
    await submit('2');
    expect(last()).toContain('2 of 5 interviews have taken place');
    expect((await course.kase())?.stage?.state).toBe('E2-context');
    await course.press('plan');
    await submit('cotherapist');
    expect(last()).toContain('What was decided: Share the work with a second therapist');
  });

  it('keeps the case while it runs, and lets it expire after it was stopped', async () => {
    await course.press('plan');
    await submit('5');
    course.now += 45 * DAY;
    expect(await course.kase()).not.toBeNull();
    await course.press('plan');
    await submit('stop');
    course.now += 31 * DAY;
    expect(await course.kase()).toBeNull();
  });

  it('does nothing for somebody else who sends the modal', async () => {
    await course.press('plan');
    await submit('6', OTHER);
    expect((await course.kase())?.plan).toBeNull();
  });
});
