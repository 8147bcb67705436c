import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AUTHOR, clear, KEY, screened } from '../../support/builders.ts';
import { type Started, startSlack } from '../../support/start-slack.ts';

const OPEN = { ...screened({}), responses: ['R-SUI'] };

let started: Started;
const { channel, thread } = KEY;

/** Sends and waits until nothing runs any more. */
async function settle(work: Promise<unknown>) {
  const answer = await work;
  await started.app.idle(2_000);
  return answer;
}
const notes = () => started.slack.called('chat.postEphemeral');
const posts = () => started.slack.called('chat.postMessage');
const taken = () => started.intake.taken;

beforeEach(async () => {
  started = await startSlack();
});

describe('a mention in a channel', () => {
  it('is taken over with the thread it opens, without the mention', async () => {
    expect(await settle(started.slack.mention('She went quiet.'))).toBe('acknowledged');
    expect(taken()).toMatchObject([
      { key: KEY, ts: thread, author: AUTHOR, text: 'She went quiet.', safety: clear },
    ]);
    expect(taken()[0]?.at).toBe(Math.round(Number(thread) * 1000));
    expect(notes()).toEqual([]);
  });

  it('goes on with the thread it stands in', async () => {
    await settle(started.slack.mention('More.', { ts: '1700000009.000100', thread }));
    expect(taken()[0]?.key.thread).toBe(thread);
  });

  it('shows Slack’s own status, and lives without it', async () => {
    started.slack.answers.set('assistant.threads.setStatus', () => ({
      ...{ ok: false, error: 'unknown_method' },
    }));
    await settle(started.slack.mention('One.'));
    await settle(started.slack.mention('Two.', { ts: '1700000009.000100' }));
    expect(taken()).toHaveLength(2);
    expect(started.slack.called('assistant.threads.setStatus')).toHaveLength(1);
  });

  it('shows no status while more than eight are worked on, and takes all of them', async () => {
    const sent = Array.from({ length: 12 }, (_, nth) =>
      started.slack.mention('One.', { ts: `17000000${10 + nth}.000100` }),
    );
    await settle(Promise.all(sent));
    expect(taken()).toHaveLength(12);
    expect(started.slack.called('assistant.threads.setStatus').length).toBeLessThan(9);
    await settle(started.slack.mention('Two.', { ts: '1700000009.000100' }));
    expect(started.slack.called('assistant.threads.setStatus')).not.toEqual([]);
  });

  it('tells the poster alone what was removed and how to edit, once', async () => {
    started.intake.onTake = async () => ({
      kind: 'queued',
      removed: { name: 2 },
      doubts: ['quasi'],
    });
    await settle(started.slack.mention('Anna went quiet.'));
    await settle(started.slack.mention('Anna went quiet.'));
    expect(notes()).toHaveLength(1);
    expect(notes()[0]).toMatchObject({ channel, user: AUTHOR });
    expect(notes()[0]).not.toHaveProperty('thread_ts');
    expect(notes()[0]?.blocks).toContain('names (2)');
    expect(notes()[0]?.blocks).not.toContain('Anna');
  });

  it('tells it in the thread when the message stands in a thread', async () => {
    started.intake.onTake = async () => ({ kind: 'queued', removed: { name: 1 }, doubts: [] });
    await settle(started.slack.mention('Anna.', { ts: '1700000009.000100', thread }));
    expect(notes()[0]).toMatchObject({ thread_ts: thread });
  });

  it('says nothing to a duplicate', async () => {
    started.intake.onTake = async () => ({ kind: 'duplicate' });
    expect(await settle(started.slack.mention('Again.'))).toBe('acknowledged');
    expect([...notes(), ...posts()]).toEqual([]);
  });

  it.each([
    ['leak', 'without names'],
    ['too-long', '40,000'],
    ['failed', 'went wrong'],
  ] as const)('refuses privately when taking over says %s', async (why, words) => {
    started.intake.onTake = async () => ({ kind: 'refused', why });
    expect(await settle(started.slack.mention('Anna.'))).toBe('acknowledged');
    expect(notes()[0]?.text).toContain(words);
    expect(posts()).toEqual([]);
  });

  it('is not acknowledged when it could not be taken over', async () => {
    started.intake.onTake = async () => Promise.reject(new Error('store down'));
    expect(await settle(started.slack.mention('Quiet.'))).toBe('failed');
    expect(started.log).toContainEqual({
      event: 'slack.listener-failed',
      fields: { code: 'Error' },
    });
  });
});

describe('open safety', () => {
  beforeEach(() => {
    started.intake.safety = OPEN;
  });

  it('is left to the reply when the message is queued', async () => {
    await settle(started.slack.mention('…'));
    expect(posts()).toEqual([]);
  });

  it.each([
    ['cannot be stored', async () => Promise.reject(new Error('store down'))],
    ['is refused', async () => ({ kind: 'refused', why: 'leak' }) as const],
  ])('is answered in the thread at once when the message %s, once', async (_what, onTake) => {
    started.intake.onTake = onTake;
    await settle(started.slack.mention('She has bought rope.'));
    await settle(started.slack.mention('She has bought rope.'));
    expect(posts()).toHaveLength(1);
    expect(posts()[0]).toMatchObject({ channel, thread_ts: thread });
    expect(posts()[0]?.blocks).toContain('Safety first');
    expect(posts()[0]?.blocks).not.toContain('rope');
  });

  it('is answered at once when storing hangs', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let finish = () => {};
    started.intake.onTake = () =>
      new Promise((resolve) => {
        finish = () => resolve({ kind: 'queued', removed: {}, doubts: [] });
      });
    const sent = started.slack.mention('…');
    await vi.waitFor(async () => {
      await vi.advanceTimersByTimeAsync(300);
      expect(posts()).toHaveLength(1);
    });
    finish();
    vi.useRealTimers();
    expect(await settle(sent)).toBe('acknowledged');
  });

  it('comes with the refusal when the place is not allowed', async () => {
    await settle(started.slack.mention('…', { channel: 'C0OTHER' }));
    expect(taken()).toEqual([]);
    expect(posts()).toEqual([]);
    expect(notes()[0]?.blocks).toContain('Safety first');
  });
});

describe('who and where', () => {
  it.each([
    ['a channel not on the list', { channel: 'C0OTHER' }, {}, 'not set up for this channel'],
    [
      'a shared channel',
      {},
      { 'conversations.info': { channel: { is_ext_shared: true } } },
      'shared',
    ],
    ['a channel that cannot be checked', {}, { 'conversations.info': { ok: false } }, 'not check'],
    ['a guest', {}, { 'users.info': { user: { is_restricted: true } } }, 'Guests'],
    ['somebody from outside', {}, { 'users.info': { user: { team_id: 'T2' } } }, 'Guests'],
    ['somebody who cannot be checked', {}, { 'users.info': { ok: false } }, 'not check'],
  ])('refuses %s, privately and once', async (_what, over, answers, words) => {
    for (const [method, answer] of Object.entries(answers)) {
      started.slack.answers.set(method, () => answer);
    }
    await settle(started.slack.mention('A case.', over));
    await settle(started.slack.mention('A case.', over));
    expect(taken()).toEqual([]);
    expect(posts()).toEqual([]);
    expect(notes()).toHaveLength(1);
    expect(notes()[0]).toMatchObject({ user: AUTHOR });
    expect(notes()[0]?.text).toContain(words);
  });

  it('allows direct messages only, and says how to allow more, while no channel is named', async () => {
    started = await startSlack({ channels: [] });
    await settle(started.slack.mention('A case.'));
    expect(notes()[0]?.text).toContain('direct messages only');
    await settle(started.slack.say('A case.', { channel: 'D01', ts: '1700000001.000100' }));
    expect(taken()).toHaveLength(1);
  });

  it('asks Slack once for many messages', async () => {
    await settle(started.slack.mention('One.'));
    await settle(started.slack.mention('Two.', { ts: '1700000009.000100' }));
    expect(started.slack.called('users.info')).toHaveLength(1);
    expect(started.slack.called('conversations.info')).toHaveLength(1);
  });
});

describe('a message without a mention', () => {
  const reply = { ts: '1700000009.000100', thread };

  it('goes on with a case we hold', async () => {
    await settle(started.slack.say('She came back.', reply));
    expect(taken()).toMatchObject([{ key: KEY, text: 'She came back.' }]);
  });

  it.each([
    ['talk in the channel', { ts: '1700000009.000100' }],
    ['a thread without a case', { ts: '1700000009.000100', thread: '1600000000.000100' }],
    ['a reply of our own', { ...reply, user: 'U0IMPASSE' }],
  ])('is not looked at when it is %s', async (_what, over) => {
    expect(await settle(started.slack.say('Lunch?', over))).toBe('acknowledged');
    expect(taken()).toEqual([]);
    expect(started.slack.called('users.info')).toEqual([]);
  });

  it('is left to app_mention when it mentions us', async () => {
    await settle(started.slack.say('<@U0IMPASSE> She came back.', reply));
    expect(taken()).toEqual([]);
  });

  it('opens a case in a direct conversation, a reply there goes on with it', async () => {
    await settle(started.slack.say('A case.', { channel: 'D01', ts: '1700000001.000100' }));
    await settle(
      started.slack.say('More.', {
        channel: 'D01',
        ts: '1700000002.000100',
        thread: '1700000001.000100',
      }),
    );
    expect(taken().map(({ key }) => key.thread)).toEqual([
      '1700000001.000100',
      '1700000001.000100',
    ]);
    expect(started.slack.called('conversations.info')).toEqual([]);
  });

  it('is answered in a direct conversation also when it mentions us', async () => {
    await settle(started.slack.say('<@U0IMPASSE> hi', { channel: 'D01', ts: '1700000001.000100' }));
    expect(taken()).toMatchObject([{ text: 'hi' }]);
  });
});

describe('what Slack’s own envelope says', () => {
  const event = {
    ...{ type: 'app_mention', user: AUTHOR, channel, ts: thread, text: '<@U0IMPASSE> A case.' },
  };
  const body = { type: 'event_callback', team_id: KEY.team, event_id: 'Ev1' };

  it.each([
    ['the channel is shared', { ...body, is_ext_shared_channel: true, event }],
    ['the writer is of another team', { ...body, event: { ...event, user_team: 'T2' } }],
  ])('refuses when %s, although nothing else does', async (_what, sent) => {
    await settle(started.slack.send(sent));
    expect(taken()).toEqual([]);
    expect(notes()).toHaveLength(1);
  });

  it('mentions attached files in the private note and takes the words', async () => {
    await settle(
      started.slack.send({ ...body, event: { ...event, subtype: 'file_share', files: [{}] } }),
    );
    expect(taken()).toHaveLength(1);
    expect(notes()[0]?.blocks).toContain('cannot open files');
  });

  it('shows no status for what Slack sends again', async () => {
    await settle(started.slack.send({ ...body, event }, 1));
    expect(taken()).toHaveLength(1);
    expect(started.slack.called('assistant.threads.setStatus')).toEqual([]);
  });
});
