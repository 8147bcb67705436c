import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../../demo/cases.ts';
import { AUTHOR, KEY, OTHER } from '../../support/builders.ts';
import { textOf } from '../../support/fake-slack.ts';
import { CHANNEL, HOUR, ReviewedBot, SUPERVISOR } from '../../support/reviewed-bot.ts';

let on: ReviewedBot;
beforeEach(async () => {
  on = await ReviewedBot.start();
});
afterEach(() => on.bot.stop());

describe('behind the gate', () => {
  it('the reading and whom to ask are shown, the sentences wait', async () => {
    await on.bring();
    expect(on.answer()).toContain('Reading, for now');
    expect(on.answer()).toContain('Whom to ask');
    expect(on.answer()).toContain('they are waiting for that');
    expect(
      on.bot.slack.messages
        .values()
        .next()
        .value?.blocks.map(({ block_id: id }) => id),
    ).not.toContain('phrase-1');
  });

  it('one card stands in the supervision channel, with evidence and sentences, never the message', async () => {
    await on.bring();
    expect(on.cards()).toHaveLength(1);
    expect(on.card()).toContain('Brought by <@U01AUTHOR>');
    expect(on.card()).toContain('Waiting since');
    expect(on.card()).toContain('You might say');
    expect(on.card()).not.toContain(EXAMPLES.withdrawal);
  });

  it('approved sentences appear in place, under the supervisor’s name', async () => {
    await on.bring();
    await on.press('review-approve');
    expect(on.answer()).toContain('You might say');
    expect(on.answer()).not.toContain('they are waiting for that');
    expect(on.answer()).toContain(`Looked at and approved by <@${SUPERVISOR}>`);
    expect(on.thread()).toContain(`<@${SUPERVISOR}> has looked at the sentences and approved them`);
    expect(on.card()).toContain(`Approved by <@${SUPERVISOR}>`);
    expect(on.cards()).toHaveLength(1);
    expect(await on.audit()).toContain('review.approve');
  });

  it('approving twice, or pressing again, tells the clinician once', async () => {
    await on.bring();
    await on.press('review-approve');
    await on.bot.app.state.alarms.look();
    await on.settled();
    expect(on.thread().match(/approved them/g)).toHaveLength(1);
  });

  it('an approval of an earlier reading releases no newer sentences', async () => {
    await on.bring();
    await on.press('review-approve');
    await on.press('another', AUTHOR);
    expect(on.answer()).toContain('they are waiting for that');
    expect(on.card()).toContain('Waiting since');
  });

  it('a card that was looked at before the reading changed decides nothing', async () => {
    await on.bring();
    const [old] = on.cards();
    const row = old?.blocks.find(({ block_id: id }) => id === 'review-buttons');
    const [button] = (row?.elements ?? []) as { value: string }[];
    await on.bot.slack.say(EXAMPLES.followUp, { ts: '1700000100.000100', thread: KEY.thread });
    await on.settled();
    await on.bot.slack.send({
      ...{ type: 'block_actions', user: { id: SUPERVISOR }, channel: { id: CHANNEL } },
      ...{ message: { ts: old?.ts }, trigger_id: 't' },
      actions: [{ action_id: 'review-approve', value: button?.value, action_ts: '1.1' }],
    });
    await on.settled();
    expect(on.notes().at(-1)).toContain('The reading has changed');
    expect(on.thread()).not.toContain('approved');
  });

  it.each([
    ['the author', AUTHOR, 'Only supervisors'],
    ['a colleague', OTHER, 'Only supervisors'],
  ])('%s cannot approve', async (_who, user, words) => {
    await on.bring();
    await on.press('review-approve', user);
    expect(on.notes().at(-1)).toContain(words);
    expect(on.answer()).toContain('they are waiting for that');
  });

  it('a supervisor cannot approve their own case', async () => {
    await on.bring({ review: 'gate', supervisors: [SUPERVISOR, AUTHOR] });
    await on.press('review-approve', AUTHOR);
    expect(on.notes().at(-1)).toContain('your own case');
    expect(on.answer()).toContain('they are waiting for that');
  });

  it('holds sentences back in what opens from buttons as well', async () => {
    await on.bring();
    await on.press('why', AUTHOR);
    const { blocks } = on.bot.slack.modal();
    expect(textOf(blocks)).not.toContain('What the sentences rest on');
  });
});

describe('other words', () => {
  it('of a supervisor stand in the answer under their name, and both wordings on the card', async () => {
    await on.bring();
    await on.press('review-reword');
    await on.submit({ 'words-0': 'I wonder if something I said last time landed badly with you.' });
    expect(on.answer()).toContain('something I said last time landed badly');
    expect(on.answer()).toContain(`With words of <@${SUPERVISOR}>`);
    expect(on.card()).toContain('Instead, from a supervisor: “I wonder if something I said');
  });

  it('that blame are refused with what the guard objects to, and nothing is shown', async () => {
    await on.bring();
    await on.press('review-reword');
    await on.submit({ 'words-0': 'You are being resistant and manipulative with me again.' });
    expect(on.answered()).toContain('Our check objects');
    expect(on.thread()).not.toContain('manipulative');
    expect(on.card()).not.toContain('manipulative');
  });

  it('that name somebody are refused', async () => {
    await on.bring();
    await on.press('review-reword');
    await on.submit({
      'words-0': 'I wonder, Danielle Foster, how it was for you when I was late.',
    });
    expect(on.answered()).toContain('may identify somebody');
  });
});

describe('a supervisor', () => {
  it('flags a reading with a reason, and its sentences are taken back, in open mode too', async () => {
    await on.bring({ review: 'open' });
    await on.press('ask-supervisor', AUTHOR);
    await on.press('review-flag');
    await on.submit({ reasons: ['misread'], note: 'Look at the hour again.' });
    expect(on.answer()).toContain('taken the sentences back');
    expect(on.thread()).toContain('the reading misses what the account says');
    expect(on.thread()).toContain('Look at the hour again.');
  });

  it('asks the clinician, whose answer makes it wait again', async () => {
    await on.bring();
    await on.press('review-ask-back');
    await on.submit({ note: 'What did you feel when it went quiet?' });
    expect(on.thread()).toContain(`<@${SUPERVISOR}> asks you:`);
    expect(on.thread()).toContain('What did you feel when it went quiet?');
    expect(on.card()).toContain('waits for their answer');
    const ts = `${on.wait(HOUR)}.000100`;
    await on.bot.slack.say(EXAMPLES.followUp, { ts, thread: KEY.thread });
    await on.settled();
    expect(on.card()).toContain('Waiting since');
  });

  it('takes over', async () => {
    await on.bring();
    await on.press('review-take-over');
    expect(on.thread()).toContain(`<@${SUPERVISOR}> takes this over`);
    expect(on.card()).toContain(`Taken over by <@${SUPERVISOR}>`);
  });

  it('removed meanwhile decides nothing', async () => {
    await on.bring();
    await on.decide({ review: 'gate', supervisors: [] });
    await on.press('review-approve');
    expect(on.notes().at(-1)).toContain('Only supervisors');
  });
});

describe('the log', () => {
  it('names nobody, whatever is refused or fails on the way', async () => {
    on.bot.slack.answers.set('chat.postMessage', ({ channel }) =>
      channel === CHANNEL ? { ok: false, error: 'not_in_channel' } : undefined,
    );
    await on.bring();
    on.bot.slack.answers.delete('chat.postMessage');
    await on.bot.slack.say(EXAMPLES.followUp, { ts: '1700000100.000100', thread: KEY.thread });
    await on.settled();
    await on.press('review-approve', OTHER);
    on.bot.slack.answers.set('chat.postMessage', () => ({ ok: false, error: 'channel_not_found' }));
    await on.press('review-approve');
    expect(on.bot.log.join('')).toContain('slack.call-failed');
    expect(on.bot.log.join('')).not.toMatch(/U0[0-9A-Z]{4,}/);
  });
});
