import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../../demo/cases.ts';
import { OTHER } from '../../support/builders.ts';
import { Course } from '../../support/course.ts';
import { textOf } from '../../support/fake-slack.ts';

let course: Course;
beforeEach(async () => {
  course = new Course();
  await course.start();
});
afterEach(() => course.bot.stop());

const state = async () => (await course.kase())?.stage?.state;
const last = () => course.shown().at(-1) ?? '';

describe('where a case seems to be', () => {
  it('follows what is told, to the end, in words that read well aloud', async () => {
    await course.bring(EXAMPLES.withdrawal);
    expect(last()).toContain('Where you seem to be');
    await course.say('I told her that I noticed we had both gone quiet.');
    expect(await state()).toBe('W2-disembed');
    await course.say('She hinted that the fee came as a shock, but never mind, she said.');
    expect(await state()).toBe('W3-qualified-assertion');
    expect(last()).toContain('So far: moving away; then stepping out of the pattern.');
    await course.say('She was afraid I would be cross.');
    await course.say('She asked me to listen first.');
    expect(await state()).toBe('W5-self-assertion');
    await course.say('We worked it through.');
    expect(await state()).toBe('resolved');
    expect(last()).toContain('the two of you have worked it through');
    expect(last()).toContain('there are no new sentences here');
    expect(last()).not.toMatch(/^\*“/m);
  });

  it('opens the whole way in a modal, for anybody in the thread', async () => {
    await course.bring(EXAMPLES.withdrawal);
    await course.say('I told her that I noticed the silence. She asked me to slow down.');
    await course.press('where', OTHER);
    const modal = textOf(course.bot.slack.modal());
    expect(modal).toContain('1. Moving away. You seem to have been here.');
    expect(modal).toContain('5. Said in their own name. You seem to be here now.');
    expect(modal).toContain('Not yet, as far as we can tell.');
    expect(modal).toContain('since 2030-03-13');
  });

  it('puts a picture on top where the way is long, drawn and uploaded once', async () => {
    const { slack } = course.bot;
    const done = { files: [{ id: 'F01' }] };
    slack.answers.set('views.open', () => ({ view: { id: 'V01' } }));
    slack.answers.set('files.getUploadURLExternal', () => ({
      ...{ upload_url: 'https://files.test/api/upload', file_id: 'F01' },
    }));
    slack.answers.set('files.completeUploadExternal', () => done);
    await course.bring(EXAMPLES.withdrawal);
    await course.say('I told her that I noticed the silence. She was afraid I would be cross.');
    await course.press('where');
    expect(slack.called('files.getUploadURLExternal')).toEqual([]);
    await course.say('I wondered aloud. She asked me to listen first.');
    await course.press('where');
    await course.bot.settled();
    const [shown] = slack.called('views.update').map(({ view = '' }) => view);
    expect(shown).toContain('"slack_file":{"id":"F01"}');
    expect(shown).toContain('A picture of the way so far: moving away; then stepping out');
    await course.press('where');
    expect(slack.called('files.getUploadURLExternal')).toHaveLength(1);
    expect(JSON.stringify(slack.modal())).toContain('F01');
  });

  it('turns with the reading', async () => {
    await course.bring('She shrugs at every question and gives one-word answers for weeks now.');
    const before = (await course.kase())?.stage?.machine;
    await course.say(
      'Today she snapped at me that I am cold and just like a robot, and told me I do not get it at all.',
    );
    expect(before).toBe('sm-withdrawal');
    expect((await course.kase())?.stage?.path.length).toBeGreaterThan(0);
  });

  it('stands still while safety is in front, and for colleagues’ remarks', async () => {
    await course.bring(EXAMPLES.withdrawal);
    await course.say('I told her that I noticed the silence.', OTHER);
    expect(await state()).toBe('W1-marker');
    await course.say('I told her that I noticed the silence. She said she wants to kill herself.');
    expect(await state()).toBe('W1-marker');
  });

  it('forgets what a deleted message told', async () => {
    await course.bring(EXAMPLES.withdrawal);
    await course.say('I told her that I noticed we had both gone quiet.');
    const at = `${Math.floor(course.now / 1000)}.000100`;
    await course.bot.slack.remove({ ts: at, thread: course.thread });
    await course.bot.settled();
    expect(await state()).toBe('W1-marker');
  });
});
