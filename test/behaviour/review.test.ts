import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../demo/cases.ts';
import {
  DEFAULT_POLICY,
  type WorkspacePolicy,
} from '../../src/pipeline/settings/workspace-policy.ts';
import { AUTHOR, KEY, OTHER } from '../support/builders.ts';
import { textOf } from '../support/fake-slack.ts';
import { type Running, startApp } from '../support/start-app.ts';

const SUPERVISOR = 'U03SUPER';
const CHANNEL = 'C02SUPER';
const DAY = { days: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 24, zone: 'UTC' };
const HOUR = 60 * 60 * 1000;

let bot: Running;
let now: number;

/** Sets what the owner decided, as the policy modal does. */
const decide = (over: Partial<WorkspacePolicy>) =>
  bot.app.state.records.change({ team: KEY.team, kind: 'policy', id: '' }, () => ({
    ...DEFAULT_POLICY,
    ...{ supervisionChannel: CHANNEL, supervisors: [SUPERVISOR], owners: ['U09OWNER'] },
    ...{ workingHours: DAY, ...over },
  }));

/** Waits for turns and for alarms that are due. */
async function settled() {
  await bot.settled();
  await bot.app.state.alarms.look();
  await bot.settled();
}

const cards = () =>
  [...bot.slack.messages.values()].filter(
    ({ channel, thread }) => channel === CHANNEL && thread === '',
  );
const card = () => textOf(cards().at(-1)?.blocks);
const answer = () => bot.slack.shown()[0] ?? '';
const thread = () => bot.slack.shown().join('\n---\n');
const notes = () => bot.slack.called('chat.postEphemeral').map(({ text = '' }) => text);
const press = (action: string, user = SUPERVISOR) => bot.slack.press(action, { user });
const audit = async () => (await bot.app.state.store.audit(0)).map(({ what }) => what);

beforeEach(async () => {
  now = Date.now();
  bot = await startApp({ now: () => now });
});
afterEach(() => bot.stop());

async function bring(policy: Partial<WorkspacePolicy> = { review: 'gate' }) {
  await decide(policy);
  await bot.slack.mention(EXAMPLES.withdrawal);
  await settled();
}

describe('behind the gate', () => {
  it('the reading and whom to ask are shown, the sentences wait', async () => {
    await bring();
    expect(answer()).toContain('Reading, for now');
    expect(answer()).toContain('Whom to ask');
    expect(answer()).toContain('they are waiting for that');
    expect(
      bot.slack.messages
        .values()
        .next()
        .value?.blocks.map(({ block_id: id }) => id),
    ).not.toContain('phrase-1');
  });

  it('one card stands in the supervision channel, with evidence and sentences, never the message', async () => {
    await bring();
    expect(cards()).toHaveLength(1);
    expect(card()).toContain('Brought by <@U01AUTHOR>');
    expect(card()).toContain('Waiting since');
    expect(card()).toContain('You might say');
    expect(card()).not.toContain(EXAMPLES.withdrawal);
  });

  it('approved sentences appear in place, under the supervisor’s name', async () => {
    await bring();
    await press('review-approve');
    await settled();
    expect(answer()).toContain('You might say');
    expect(answer()).not.toContain('they are waiting for that');
    expect(answer()).toContain(`Looked at and approved by <@${SUPERVISOR}>`);
    expect(thread()).toContain(`<@${SUPERVISOR}> has looked at the sentences and approved them`);
    expect(card()).toContain(`Approved by <@${SUPERVISOR}>`);
    expect(cards()).toHaveLength(1);
    expect(await audit()).toContain('review.approve');
  });

  it('approving twice, or pressing again, tells the clinician once', async () => {
    await bring();
    await press('review-approve');
    await settled();
    await bot.app.state.alarms.look();
    await settled();
    expect(thread().match(/approved them/g)).toHaveLength(1);
  });

  it('an approval of an earlier reading releases no newer sentences', async () => {
    await bring();
    await press('review-approve');
    await settled();
    await press('another', AUTHOR);
    await settled();
    expect(answer()).toContain('they are waiting for that');
    expect(card()).toContain('Waiting since');
  });

  it('a card that was looked at before the reading changed decides nothing', async () => {
    await bring();
    const [old] = cards();
    const row = old?.blocks.find(({ block_id: id }) => id === 'review-buttons');
    const [button] = (row?.elements ?? []) as { value: string }[];
    await bot.slack.say(EXAMPLES.followUp, { ts: '1700000100.000100', thread: KEY.thread });
    await settled();
    await bot.slack.send({
      ...{ type: 'block_actions', user: { id: SUPERVISOR }, channel: { id: CHANNEL } },
      ...{ message: { ts: old?.ts }, trigger_id: 't' },
      actions: [{ action_id: 'review-approve', value: button?.value, action_ts: '1.1' }],
    });
    await settled();
    expect(notes().at(-1)).toContain('The reading has changed');
    expect(thread()).not.toContain('approved');
  });

  it.each([
    ['the author', AUTHOR, 'Only supervisors'],
    ['a colleague', OTHER, 'Only supervisors'],
  ])('%s cannot approve', async (_who, user, words) => {
    await bring();
    await press('review-approve', user);
    await settled();
    expect(notes().at(-1)).toContain(words);
    expect(answer()).toContain('they are waiting for that');
  });

  it('a supervisor cannot approve their own case', async () => {
    await bring({ review: 'gate', supervisors: [SUPERVISOR, AUTHOR] });
    await press('review-approve', AUTHOR);
    await settled();
    expect(notes().at(-1)).toContain('your own case');
    expect(answer()).toContain('they are waiting for that');
  });

  it('holds sentences back in what opens from buttons as well', async () => {
    await bring();
    await press('why', AUTHOR);
    const { blocks } = bot.slack.modal();
    expect(textOf(blocks)).not.toContain('What the sentences rest on');
  });
});

describe('other words', () => {
  it('of a supervisor stand in the answer under their name, and both wordings on the card', async () => {
    await bring();
    await press('review-reword');
    await bot.slack.submit(
      { 'words-0': 'I wonder if something I said last time landed badly with you.' },
      { user: SUPERVISOR },
    );
    await settled();
    expect(answer()).toContain('something I said last time landed badly');
    expect(answer()).toContain(`With words of <@${SUPERVISOR}>`);
    expect(card()).toContain('Instead, from a supervisor: “I wonder if something I said');
  });

  it('that blame are refused with what the guard objects to, and nothing is shown', async () => {
    await bring();
    await press('review-reword');
    await bot.slack.submit(
      { 'words-0': 'You are being resistant and manipulative with me again.' },
      { user: SUPERVISOR },
    );
    await settled();
    expect(JSON.stringify(bot.slack.answered)).toContain('Our check objects');
    expect(thread()).not.toContain('manipulative');
    expect(card()).not.toContain('manipulative');
  });

  it('that name somebody are refused', async () => {
    await bring();
    await press('review-reword');
    await bot.slack.submit(
      { 'words-0': 'I wonder, Danielle Foster, how it was for you when I was late.' },
      { user: SUPERVISOR },
    );
    await settled();
    expect(JSON.stringify(bot.slack.answered)).toContain('may identify somebody');
  });
});

describe('a supervisor', () => {
  it('flags a reading with a reason, and its sentences are taken back, in open mode too', async () => {
    await bring({ review: 'open' });
    await press('ask-supervisor', AUTHOR);
    await settled();
    await press('review-flag');
    await bot.slack.submit(
      { reasons: ['misread'], note: 'Look at the hour again.' },
      { user: SUPERVISOR },
    );
    await settled();
    expect(answer()).toContain('taken the sentences back');
    expect(thread()).toContain('the reading misses what the account says');
    expect(thread()).toContain('Look at the hour again.');
  });

  it('asks the clinician, whose answer makes it wait again', async () => {
    await bring();
    await press('review-ask-back');
    await bot.slack.submit({ note: 'What did you feel when it went quiet?' }, { user: SUPERVISOR });
    await settled();
    expect(thread()).toContain(`<@${SUPERVISOR}> asks you:`);
    expect(thread()).toContain('What did you feel when it went quiet?');
    expect(card()).toContain('waits for their answer');
    now += HOUR;
    const ts = `${Math.floor(now / 1000)}.000100`;
    await bot.slack.say(EXAMPLES.followUp, { ts, thread: KEY.thread });
    await settled();
    expect(card()).toContain('Waiting since');
  });

  it('takes over', async () => {
    await bring();
    await press('review-take-over');
    await settled();
    expect(thread()).toContain(`<@${SUPERVISOR}> takes this over`);
    expect(card()).toContain(`Taken over by <@${SUPERVISOR}>`);
  });

  it('removed meanwhile decides nothing', async () => {
    await bring();
    await decide({ review: 'gate', supervisors: [] });
    await press('review-approve');
    await settled();
    expect(notes().at(-1)).toContain('Only supervisors');
  });
});

describe('asking for a supervisor', () => {
  it('posts one card and says so, in open mode, with the sentences shown all along', async () => {
    await bring({ review: 'open' });
    expect(cards()).toHaveLength(0);
    await press('ask-supervisor', AUTHOR);
    await settled();
    expect(cards()).toHaveLength(1);
    expect(notes().at(-1)).toContain('A supervisor has been asked');
    expect(answer()).toContain('You might say');
    await press('ask-supervisor', AUTHOR);
    await settled();
    expect(cards()).toHaveLength(1);
    expect(notes().at(-1)).toContain('asked already');
  });

  it('is for the author alone', async () => {
    await bring({ review: 'open' });
    await press('ask-supervisor', OTHER);
    await settled();
    expect(cards()).toHaveLength(0);
    expect(notes().at(-1)).toContain('Only the person who brought this case');
  });

  it('says plainly that there is no supervision channel', async () => {
    await bring({ review: 'open', supervisionChannel: null });
    await press('ask-supervisor', AUTHOR);
    await settled();
    expect(notes().at(-1)).toContain('no supervision channel');
  });

  it('posts nothing to a channel that others can read', async () => {
    bot.slack.answers.set('conversations.info', ({ channel }) => ({
      channel: { id: channel, is_ext_shared: channel === CHANNEL },
    }));
    await bring({ review: 'open' });
    await press('ask-supervisor', AUTHOR);
    await settled();
    expect(cards()).toHaveLength(0);
    expect(notes().at(-1)).toContain('no supervision channel');
  });
});

describe('what waits too long', () => {
  it('is brought up once under its card, then escalated to the owners, and not after a decision', async () => {
    await bring({ review: 'gate', remindAfterHours: 4, escalateAfterHours: 8 });
    const under = () => bot.slack.shown(cards()[0]?.ts ?? '');
    now += 3 * HOUR;
    await settled();
    expect(under()).toHaveLength(0);
    now += 1.5 * HOUR;
    await settled();
    expect(under()).toHaveLength(1);
    expect(under()[0]).toContain(`<@${SUPERVISOR}>`);
    now += 4 * HOUR;
    await settled();
    expect(under()).toHaveLength(2);
    const direct = bot.slack
      .called('chat.postMessage')
      .filter(({ channel }) => channel?.startsWith('D'));
    expect(direct.map(({ blocks }) => textOf(JSON.parse(blocks ?? '[]')))).toEqual([
      expect.stringContaining('waited for a supervisor for a long time'),
    ]);
  });

  it('is not brought up once somebody has decided', async () => {
    await bring({ review: 'gate', remindAfterHours: 1, escalateAfterHours: 2 });
    await press('review-approve');
    await settled();
    now += 5 * HOUR;
    await settled();
    expect(bot.slack.shown(cards()[0]?.ts ?? '')).toHaveLength(0);
  });
});

describe('a case that is deleted', () => {
  it('leaves a card that says so and nothing of the case', async () => {
    await bring();
    await press('delete', AUTHOR);
    await bot.slack.submit({});
    await settled();
    expect(card()).toBe(
      'This case was withdrawn or has been deleted; there is nothing left to look at.',
    );
  });
});
