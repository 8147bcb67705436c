import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../demo/cases.ts';
import { AUTHOR, KEY, OTHER } from '../support/builders.ts';
import { textOf } from '../support/fake-slack.ts';
import { type Running, startApp } from '../support/start-app.ts';

let bot: Running;
beforeEach(async () => {
  bot = await startApp();
  await bot.slack.mention(EXAMPLES.withdrawal);
  await bot.settled();
});
afterEach(() => bot.stop());

interface Field {
  readonly value?: string;
  readonly selected_option?: { readonly value: string };
  readonly selected_options?: readonly { readonly value: string }[];
}
const picked = (...values: string[]): Field => ({
  selected_options: values.map((value) => ({ value })),
});
async function send(
  fields: Record<string, Field>,
  over: { user?: string; metadata?: string } = {},
) {
  const { callback_id, private_metadata } = bot.slack.modal();
  await bot.slack.send({
    ...{ type: 'view_submission', user: { id: over.user ?? AUTHOR }, team: { id: KEY.team } },
    view: {
      ...{ id: `V${bot.slack.calls.length}`, type: 'modal', callback_id },
      private_metadata: over.metadata ?? private_metadata,
      state: {
        values: Object.fromEntries(
          Object.entries(fields).map(([block, field]) => [block, { [block]: field }]),
        ),
      },
    },
  });
  await bot.settled();
}
const said = () => `${textOf(bot.slack.answered)} ${JSON.stringify(bot.slack.answered ?? '')}`;
const kept = () => bot.app.state.records.all(KEY.team, 'feedback');
const audited = async (what: string) =>
  (await bot.app.state.store.audit(0)).filter((entry) => entry.what === what);
const load = () => bot.app.state.store.load({ ...KEY });

describe('feedback on a reply', () => {
  it('thanks privately for a reply that helped', async () => {
    await bot.slack.press('helpful');
    await bot.settled();
    expect(bot.slack.called('chat.postEphemeral').at(-1)?.text).toContain('Thank you');
    expect(await audited('act.helpful')).toHaveLength(1);
  });

  it('asks what was off, keeps the reasons and a line without identifiers, and counts them', async () => {
    await bot.slack.press('not-helpful');
    await send({
      'feedback-reasons': picked('wrong-reading', 'too-long'),
      'feedback-line': { value: 'Danielle Foster was angry, not silent.' },
    });
    expect(bot.slack.answered).toBeUndefined();
    const value = (await kept())[0]?.value;
    expect(value?.reasons).toEqual(['wrong-reading', 'too-long']);
    expect(value?.line).toContain('was angry, not silent');
    expect(value?.line).not.toMatch(/Danielle|Foster/);
    expect(await audited('act.not-helpful')).toHaveLength(1);
    expect(await audited('feedback.wrong-reading')).toHaveLength(1);
    expect(await audited('feedback.too-long')).toHaveLength(1);
    expect(bot.log.join()).not.toMatch(/Danielle|angry/);
  });

  it('stays open when nothing was said', async () => {
    await bot.slack.press('not-helpful');
    await send({});
    expect(said()).toContain('Tick at least one');
    expect(await kept()).toEqual([]);
  });

  it('says what to do now when a reply seemed unsafe', async () => {
    await bot.slack.press('not-helpful');
    await send({ 'feedback-reasons': picked('unsafe') });
    expect(said()).toContain('follow your service');
  });

  it('puts safety first when the line raises it, and does not keep the line', async () => {
    await bot.slack.press('not-helpful');
    await send({
      'feedback-reasons': picked('other'),
      'feedback-line': { value: 'She wants to kill herself tonight and has the pills ready.' },
    });
    expect(said()).toContain('may concern safety');
    expect((await kept()).map(({ value }) => value.line)).toEqual([null]);
  });

  it.each([
    ['somebody else', { user: OTHER }, 'Only the person who brought this case'],
    ['another case', { metadata: `${KEY.channel} ${KEY.thread} other-case-0001` }, 'deleted'],
  ])('is not taken from %s', async (_what, over, words) => {
    await bot.slack.press('not-helpful');
    await send({ 'feedback-reasons': picked('other') }, over);
    expect(said()).toContain(words);
    expect(await kept()).toEqual([]);
  });

  it('goes with the case', async () => {
    await bot.slack.press('not-helpful');
    await send({ 'feedback-reasons': picked('other') });
    await bot.slack.press('delete');
    await bot.slack.submit({});
    await bot.settled();
    expect(await kept()).toEqual([]);
  });
});

describe('a reading that its clinician corrects', () => {
  const opened = async () => {
    await bot.slack.press('why');
    await bot.slack.pressInModal('correct-reading');
  };

  it('is made anew as they said, says so, and is counted', async () => {
    await opened();
    await send({
      'correct-direction': { selected_option: { value: 'confrontation' } },
      'correct-is': picked('cf-complaint-therapist'),
      'correct-is-not': picked('wd-minimal-response'),
    });
    const kase = await load();
    expect(kase?.assessment?.reading.direction).toBe('confrontation');
    expect(kase?.correction).toMatchObject({ before: 'withdrawal', mayTeach: false });
    const labels = kase?.assessment?.reading.labels.map(({ id }) => id);
    expect(labels).toContain('cf-complaint-therapist');
    expect(labels).not.toContain('wd-minimal-response');
    const text = bot.slack.shown().join();
    expect(text).toContain('Corrected by you: moving against');
    expect(await audited('act.correct')).toHaveLength(1);
    expect(bot.slack.shown()).toHaveLength(1);
  });

  it('stays corrected when more is told', async () => {
    await opened();
    await send({ 'correct-direction': { selected_option: { value: 'confrontation' } } });
    await bot.slack.say('She shrugs at every question and looks at the window again.', {
      ...{ ts: '1700000100.000100', thread: KEY.thread },
    });
    await bot.settled();
    expect((await load())?.assessment?.reading.direction).toBe('confrontation');
  });

  it('can be said in words', async () => {
    await bot.slack.say('No, it is not withdrawal, it is confrontation.', {
      ...{ ts: '1700000100.000100', thread: KEY.thread },
    });
    await bot.settled();
    expect((await load())?.assessment?.reading.direction).toBe('confrontation');
    expect(bot.slack.shown().at(-1)).toContain('Corrected by you: moving against');
    expect(await audited('reading.corrected')).toHaveLength(1);
  });

  it('may be used only when its clinician ticked it', async () => {
    await opened();
    await send({
      'correct-direction': { selected_option: { value: 'mixed' } },
      'correct-teach': picked('yes'),
    });
    expect((await load())?.correction).toMatchObject({ direction: 'mixed', mayTeach: true });
  });

  it.each([
    ['nothing chosen', {}, {}, 'Choose a direction'],
    [
      'somebody else',
      { 'correct-direction': { selected_option: { value: 'mixed' } } },
      { user: OTHER },
      'Only the person who brought this case',
    ],
  ])('is left alone with %s', async (_what, fields, over, words) => {
    await opened();
    await send(fields, over);
    expect(said()).toContain(words);
    expect((await load())?.correction).toBeNull();
  });

  it('takes no forged observation', async () => {
    await opened();
    await send({
      'correct-direction': { selected_option: { value: 'teleport' } },
      'correct-is': picked('sf-suicide', 'xx-unknown'),
      'correct-is-not': picked('cf-threat'),
    });
    expect(said()).toContain('Choose a direction');
    expect((await load())?.tapped).toEqual([]);
  });
});
