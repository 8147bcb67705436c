import { beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/pipeline/outcome.ts';
import { assessment, clear, KEY, kase, OTHER, screened, turn } from '../support/builders.ts';
import { type Started, startSlack } from '../support/start-slack.ts';

const reading: Outcome = { kind: 'reading', assessment: assessment(), changed: [] };
const first = turn({ id: 'turn-1' });
const second = turn({ id: 'turn-2', ts: '1700000009.000100' });
const posted = { turn: 'turn-1', ts: '1800000000.000001' };

let started: Started;
beforeEach(async () => {
  started = await startSlack();
});
const deliver = (...args: Parameters<Started['app']['delivery']['deliver']>) =>
  started.app.delivery.deliver(...args);

describe('deliver', () => {
  it('posts the answer to a new turn and says where', async () => {
    const { ts } = (await deliver(KEY, kase({ turns: [first] }), reading)) ?? {};
    expect(started.slack.messages.get(ts ?? '')?.blocks[0]?.block_id).toBe('turn:turn-1');
  });

  it('updates the answer when the same turn is read anew', async () => {
    await deliver(KEY, kase({ turns: [first], replies: [posted] }), reading);
    expect(started.slack.called('chat.postMessage')).toHaveLength(0);
    expect(started.slack.called('chat.update')).toMatchObject([{ ts: posted.ts }]);
  });

  it('posts anew for the next turn of the author', async () => {
    await deliver(KEY, kase({ turns: [first, second], replies: [posted] }), reading);
    expect(started.slack.called('chat.postMessage')).toHaveLength(1);
  });

  it('answers no remark of a colleague', async () => {
    const remark = { ...second, author: OTHER };
    await deliver(KEY, kase({ turns: [first, remark], replies: [posted] }), reading);
    expect(started.slack.called('chat.postMessage')).toHaveLength(0);
  });

  it.each<[string, Outcome]>([
    ['nothing new', { kind: 'nothing-new' }],
    ['a case without a turn', reading],
  ])('posts nothing for %s', async (what, outcome) => {
    const turns = what === 'nothing new' ? [first] : [];
    expect(await deliver(KEY, kase({ turns }), outcome)).toBeNull();
    expect(started.slack.called('chat.postMessage')).toHaveLength(0);
  });

  it.each<[string, Outcome, string]>([
    ['safety', { kind: 'safety', assessment: assessment({ safety: screened({}) }) }, 'In hand'],
    ['unreadable', { kind: 'unreadable', why: 'not-english', safety: clear }, 'English only'],
    ['unreadable', { kind: 'unreadable', why: 'empty', safety: screened({}) }, 'Safety first'],
  ])('shows %s', async (_kind, outcome, words) => {
    await deliver(KEY, kase({ turns: [first] }), outcome);
    expect(JSON.stringify([...started.slack.messages.values()])).toContain(words);
  });
});

describe('postSafety', () => {
  it('posts the fixed content unless a reply stands', async () => {
    const raw = { key: KEY, turn: 'turn-1', ts: first.ts, safety: screened({}) };
    await started.app.postSafety(raw);
    await started.app.postSafety(raw);
    expect(started.slack.messages.size).toBe(1);
  });
});
