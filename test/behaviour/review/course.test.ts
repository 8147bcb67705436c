import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AUTHOR, KEY, OTHER } from '../../support/builders.ts';
import { textOf } from '../../support/fake-slack.ts';
import { CHANNEL, HOUR, ReviewedBot, SUPERVISOR } from '../../support/reviewed-bot.ts';

let on: ReviewedBot;
beforeEach(async () => {
  on = await ReviewedBot.start();
});
afterEach(() => on.bot.stop());

describe('asking for a supervisor', () => {
  it('posts one card and says so, in open mode, with the sentences shown all along', async () => {
    await on.bring({ review: 'open' });
    expect(on.cards()).toHaveLength(0);
    await on.press('ask-supervisor', AUTHOR);
    expect(on.cards()).toHaveLength(1);
    expect(on.notes().at(-1)).toContain('A supervisor has been asked');
    expect(on.answer()).toContain('You might say');
    await on.press('ask-supervisor', AUTHOR);
    expect(on.cards()).toHaveLength(1);
    expect(on.notes().at(-1)).toContain('asked already');
  });

  it('is for the author alone', async () => {
    await on.bring({ review: 'open' });
    await on.press('ask-supervisor', OTHER);
    expect(on.cards()).toHaveLength(0);
    expect(on.notes().at(-1)).toContain('Only the person who brought this case');
  });

  it('says plainly that there is no supervision channel', async () => {
    await on.bring({ review: 'open', supervisionChannel: null });
    await on.press('ask-supervisor', AUTHOR);
    expect(on.notes().at(-1)).toContain('no supervision channel');
  });

  it('posts nothing to a channel that others can read', async () => {
    on.bot.slack.answers.set('conversations.info', ({ channel }) => ({
      channel: { id: channel, is_ext_shared: channel === CHANNEL },
    }));
    await on.bring({ review: 'open' });
    await on.press('ask-supervisor', AUTHOR);
    expect(on.cards()).toHaveLength(0);
    expect(on.notes().at(-1)).toContain('no supervision channel');
  });

  it('says so when the bot was never invited to it', async () => {
    on.bot.slack.answers.set('conversations.info', ({ channel }) => ({
      channel: { id: channel, is_member: channel !== CHANNEL },
    }));
    await on.bring({ review: 'open' });
    await on.press('ask-supervisor', AUTHOR);
    expect(on.cards()).toHaveLength(0);
    expect(on.notes().at(-1)).toContain('no supervision channel');
  });
});

describe('what waits too long', () => {
  it('is brought up once under its card, then escalated to the owners, and not after a decision', async () => {
    await on.bring({ review: 'gate', remindAfterHours: 4, escalateAfterHours: 8 });
    const under = () => on.bot.slack.shown(on.cards()[0]?.ts ?? '');
    on.wait(3 * HOUR);
    await on.settled();
    expect(under()).toHaveLength(0);
    on.wait(1.5 * HOUR);
    await on.settled();
    expect(under()).toHaveLength(1);
    expect(under()[0]).toContain(`<@${SUPERVISOR}>`);
    on.wait(4 * HOUR);
    await on.settled();
    expect(under()).toHaveLength(2);
    const direct = on.bot.slack
      .called('chat.postMessage')
      .filter(({ channel }) => channel?.startsWith('D'));
    expect(direct.map(({ blocks }) => textOf(JSON.parse(blocks ?? '[]')))).toEqual([
      expect.stringContaining('waited for a supervisor for a long time'),
    ]);
  });

  it('is not brought up once somebody has decided', async () => {
    await on.bring({ review: 'gate', remindAfterHours: 1, escalateAfterHours: 2 });
    await on.press('review-approve');
    on.wait(5 * HOUR);
    await on.settled();
    expect(on.bot.slack.shown(on.cards()[0]?.ts ?? '')).toHaveLength(0);
  });
});

describe('a case that is deleted', () => {
  const GONE = 'This case was withdrawn or has been deleted; there is nothing left to look at.';

  it('leaves a card that says so and nothing of the case', async () => {
    await on.bring();
    await on.press('delete', AUTHOR);
    await on.bot.slack.submit({});
    await on.settled();
    expect(on.card()).toBe(GONE);
  });

  it('or expired does nothing when a button of its card is pressed, and takes the card down', async () => {
    await on.bring();
    await on.bot.app.state.store.remove(KEY);
    await on.press('review-approve');
    expect(on.notes().at(-1)).toContain('withdrawn or has been deleted, so nothing was done');
    expect(on.card()).toBe(GONE);
    expect(await on.audit()).not.toContain('review.approve');
  });
});

describe('what a supervisor writes', () => {
  it('goes to the thread without what identifies, and a safety matter in it is answered to them alone', async () => {
    await on.bring();
    await on.press('review-ask-back');
    const note =
      'Danielle Foster told me she wants to kill herself tonight and has the tablets ready.';
    await on.submit({ note });
    expect(JSON.stringify([...on.bot.slack.messages.values()])).not.toMatch(/Danielle|Foster/);
    expect(on.thread()).toContain('told me she wants to kill herself tonight');
    expect(on.notes().at(-1)).toMatch(new RegExp(`^${SUPERVISOR}: \\*Safety first`));
    expect(on.thread()).not.toContain('Safety first');
  });

  it('with blame in it is sent back', async () => {
    await on.bring();
    await on.press('review-flag');
    const note = 'The patient is manipulative, this is all your fault.';
    await on.submit({ reasons: ['unkind'], note });
    expect(on.answered()).toContain('Our check objects');
    expect(on.thread()).not.toContain('manipulative');
  });

  it('without a reason flags nothing', async () => {
    await on.bring();
    await on.press('review-flag');
    await on.submit({ reasons: [], note: 'Hm.' });
    expect(on.answered()).toContain('choose at least one');
    expect(on.card()).not.toContain('Flagged');
  });
});
