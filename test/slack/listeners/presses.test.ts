import { beforeEach, describe, expect, it } from 'vitest';
import type { Does } from '../../../src/slack/views/act-id.ts';
import { AUTHOR, assessment, KEY, kase, marker, OTHER, reading } from '../../support/builders.ts';
import { type Started, startSlack } from '../../support/start-slack.ts';

const formulation = {
  ...{ moment: 'a', sides: 'b', frame: 'c', workingGuess: 'd', wouldChangeOurMind: 'e' },
};
const kept = kase({
  assessment: assessment({ formulation, reading: reading({ labels: [marker('wd-denial')] }) }),
  replies: [{ turn: 'turn-1', ts: '1800000000.000001' }],
});

let started: Started;
let pressed = 0;

interface Over {
  user?: string;
  value?: string;
  action_ts?: string;
  channel?: string;
}

/** Presses a button and waits until nothing runs any more. */
async function press(actionId: string, over: Over = {}) {
  pressed += 1;
  const { user = AUTHOR, value = 'case-1', channel = KEY.channel } = over;
  const answer = await started.slack.send({
    type: 'block_actions',
    user: { id: user, team_id: KEY.team },
    team: { id: KEY.team },
    channel: { id: channel },
    message: { ts: '1800000000.000001', thread_ts: KEY.thread },
    trigger_id: 'trigger',
    actions: [
      {
        ...{ type: 'button', block_id: 'b', action_id: actionId, value },
        action_ts: over.action_ts ?? `1800000100.00000${pressed % 10}`,
      },
    ],
  });
  await started.app.idle(2_000);
  return answer;
}
const notes = () => started.slack.called('chat.postEphemeral');
const opened = () => started.slack.called('views.open');

beforeEach(async () => {
  started = await startSlack();
  started.intake.kept = kept;
});

describe('a press of the author', () => {
  it.each<[string, Does, string]>([
    ['tap:wd-denial', 'tap', 'wd-denial'],
    ['untap:wd-denial', 'untap', 'wd-denial'],
    ['none-of-these', 'none-of-these', ''],
    ['in-hand', 'in-hand', ''],
    ['still-open', 'still-open', ''],
    ['another', 'another', ''],
    ['shorter', 'shorter', ''],
    ['softer', 'softer', ''],
    ['not-helpful', 'not-helpful', ''],
  ])('%s is queued for its case', async (actionId, does, value) => {
    expect(await press(actionId, { action_ts: '1800000100.500000' })).toBe('acknowledged');
    expect(started.intake.acts).toMatchObject([
      { key: KEY, act: { kind: 'act', by: AUTHOR, does, value, at: 1_800_000_100_500 } },
    ]);
    expect(notes()).toEqual([]);
  });

  it('helpful is queued for its case and thanked for privately', async () => {
    await press('helpful', { action_ts: '1800000100.500000' });
    expect(started.intake.acts).toMatchObject([{ key: KEY, act: { by: AUTHOR, does: 'helpful' } }]);
    expect(notes()).toHaveLength(1);
  });

  it('has the same id when Slack sends it again and another one when pressed again', async () => {
    await press('shorter', { action_ts: '1800000100.5' });
    await press('shorter', { action_ts: '1800000100.5' });
    await press('shorter', { action_ts: '1800000101.5' });
    const ids = started.intake.acts.map(({ act }) => act.id);
    expect(new Set(ids).size).toBe(2);
  });

  it.each(['why', 'both-sides', 'all-words', 'all-options', 'delete'])(
    '%s opens a modal and queues nothing',
    async (actionId) => {
      await press(actionId);
      expect(opened()).toHaveLength(1);
      expect(started.intake.acts).toEqual([]);
    },
  );

  it('fails when it could not be queued, so that the author sees it', async () => {
    started.intake.onPress = async () => Promise.reject(new Error('store down'));
    await press('shorter');
    expect(started.log.map(({ event }) => event)).toContain('slack.listener-failed');
  });
});

describe('a press of somebody else', () => {
  it.each(['tap:wd-denial', 'in-hand', 'shorter', 'helpful', 'delete'])(
    '%s gets a private, friendly no',
    async (actionId) => {
      expect(await press(actionId, { user: OTHER })).toBe('acknowledged');
      expect(started.intake.acts).toEqual([]);
      expect(opened()).toEqual([]);
      expect(notes()).toMatchObject([{ user: OTHER, thread_ts: KEY.thread }]);
      expect(notes()[0]?.text).toContain('Only the person who brought this case');
    },
  );

  it('may open why', async () => {
    await press('why', { user: OTHER });
    expect(opened()).toHaveLength(1);
  });

  it.each([
    ['users.info', { user: { is_ultra_restricted: true } }, 'Guests'],
    ['users.info', { user: { deleted: true } }, 'Guests'],
    ['users.info', { ok: false }, 'could not check'],
    ['conversations.info', { channel: { is_ext_shared: true } }, 'another organisation'],
  ])('is checked anew by %s: %j', async (method, answer, words) => {
    started.slack.answers.set(method, () => answer);
    await press('in-hand');
    expect(started.intake.acts).toEqual([]);
    expect(notes()[0]?.text).toContain(words);
  });
});

describe('a press that cannot be trusted', () => {
  it.each([
    ['the button of another case', 'shorter', 'case-2'],
    ['a button without a case', 'shorter', ''],
  ])('of %s does nothing', async (_what, actionId, value) => {
    await press(actionId, { value });
    expect(started.intake.acts).toEqual([]);
    expect(notes()[0]?.text).toContain('deleted after its time');
  });

  it('of a case that is gone does nothing', async () => {
    started.intake.kept = null;
    await press('in-hand');
    expect(started.intake.acts).toEqual([]);
    expect(notes()).toHaveLength(1);
  });

  it.each(['approve', 'tap:sf-suicide', 'tap:wd-unheard-of', 'tap', 'in-hand:sf-suicide', ''])(
    'with the forged id %j is dropped',
    async (actionId) => {
      expect(await press(actionId)).toBe('acknowledged');
      expect([...started.intake.acts, ...opened(), ...notes()]).toEqual([]);
    },
  );

  it.each([
    [{ type: 'block_actions', user: { id: AUTHOR }, actions: [{ action_id: 'why' }] }],
    [{ type: 'block_actions', user: {}, channel: null, message: {}, actions: [{}] }],
  ])('with a malformed payload is dropped: %j', async (body) => {
    await started.slack.send(body);
    expect([...started.intake.acts, ...opened(), ...notes()]).toEqual([]);
  });
});

describe('deleting', () => {
  const submit = async (user: string, metadata: string) => {
    const answer = await started.slack.send({
      type: 'view_submission',
      user: { id: user, team_id: KEY.team },
      team: { id: KEY.team },
      view: { callback_id: 'delete-case', private_metadata: metadata, type: 'modal' },
    });
    await started.app.idle(2_000);
    return answer;
  };
  const where = `${KEY.channel} ${KEY.thread}`;

  it('takes the case and our messages away and says so privately', async () => {
    expect(await submit(AUTHOR, where)).toBe('acknowledged');
    expect(started.intake.forgotten).toEqual([{ key: KEY, by: AUTHOR }]);
    expect(started.slack.called('chat.delete')).toMatchObject([{ ts: '1800000000.000001' }]);
    expect(notes()[0]?.text).toContain('has been deleted');
  });

  it('goes through although one of our messages cannot be taken away', async () => {
    started.slack.answers.set('chat.delete', () => ({ ok: false, error: 'message_not_found' }));
    await submit(AUTHOR, where);
    expect(started.intake.forgotten).toHaveLength(1);
  });

  it.each([
    ['somebody else', OTHER, where],
    ['a forged place', AUTHOR, 'C01 not-a-ts'],
    ['no place', AUTHOR, ''],
  ])('does nothing for %s', async (_what, user, metadata) => {
    await submit(user, metadata);
    expect(started.intake.forgotten).toEqual([]);
    expect(started.slack.called('chat.delete')).toEqual([]);
  });
});
