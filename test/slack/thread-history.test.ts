import { WebClient } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { createThreadHistory } from '../../src/slack/thread-history.ts';
import { KEY } from '../support/builders.ts';
import { FakeSlack } from '../support/fake-slack.ts';

const we = { install: 'T', team: 'T', enterprise: null, botUser: 'U0IMPASSE', bot: 'B0IMPASSE' };

function history(answer: () => unknown) {
  const slack = new FakeSlack();
  const log: string[] = [];
  let now = 0;
  slack.answers.set('conversations.replies', answer);
  const client = new WebClient('xoxb-test', {
    fetch: slack.fetch as NonNullable<
      NonNullable<ConstructorParameters<typeof WebClient>[1]>['fetch']
    >,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
  const write = (event: string) => void log.push(event);
  const made = createThreadHistory({
    ...{ client, identity: () => we, now: () => now },
    log: { info: write, warn: write, error: write },
  });
  const advance = (ms: number) => {
    now += ms;
  };
  const calls = () => slack.called('conversations.replies').length;
  return { ...made, log, calls, later: advance };
}

const person = (ts: string, text: string) => ({ ts, text, user: 'U01AUTHOR' });
const page = () => ({
  messages: [
    person('1.1', '<@U0IMPASSE> First &amp; foremost'),
    { ...person('1.2', 'ours'), user: 'U0IMPASSE' },
    { ...person('1.3', 'another bot'), bot_id: 'B9' },
    person('1.4', 'Second'),
    person('1.5', 'Third'),
  ],
});

describe('createThreadHistory', () => {
  it('gives what people wrote before a message, as they typed it', async () => {
    const { earlier } = history(page);
    expect(await earlier(KEY, '1.5')).toEqual(['First & foremost', 'Second']);
  });

  it('asks once in five minutes, and knows what has arrived since', async () => {
    const { earlier, arrived, calls, later } = history(page);
    await earlier(KEY, '1.5');
    arrived(KEY, '1.6', 'Fourth');
    arrived(KEY, '1.4', 'Second, edited');
    expect(await earlier(KEY, '1.7')).toEqual([
      ...['First & foremost', 'Second, edited', 'Third', 'Fourth'],
    ]);
    expect(calls()).toBe(1);
    later(5 * 60 * 1000);
    await earlier(KEY, '1.7');
    expect(calls()).toBe(2);
  });

  it.each([
    ['the scope is missing', () => ({ ok: false, error: 'missing_scope' })],
    [
      'Slack has had enough',
      () => new Response('', { status: 429, headers: { 'retry-after': '60' } }),
    ],
    ['Slack is down', () => new Response('', { status: 500 })],
  ])('gives nothing where %s, and leaves Slack alone for a minute', async (_, answer) => {
    const { earlier, all, calls, log, later } = history(answer);
    expect(await earlier(KEY, '1.5')).toEqual([]);
    expect(await earlier(KEY, '1.6')).toEqual([]);
    expect(calls()).toBe(1);
    expect(log).toEqual(['slack.history-unread']);
    expect(await all(KEY)).toBeNull();
    later(61_000);
    await earlier(KEY, '1.7');
    expect(calls()).toBe(3);
  });

  it('waits less than a second', async () => {
    const { earlier } = history(() => new Promise(() => undefined));
    const started = performance.now();
    expect(await earlier(KEY, '1.5')).toEqual([]);
    expect(performance.now() - started).toBeLessThan(1_500);
  });

  it('looks at no more of a thread than one message may hold', async () => {
    const long = 'x'.repeat(30_000);
    const messages = ['1.1', '1.2', '1.3'].map((ts) => person(ts, long));
    const { earlier } = history(() => ({ messages }));
    expect(await earlier(KEY, '1.9')).toHaveLength(1);
  });
});
