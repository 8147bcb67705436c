import { WebClient } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { createDirectory } from '../../src/slack/directory.ts';
import { FakeSlack } from '../support/fake-slack.ts';

function start() {
  const slack = new FakeSlack();
  const lines: unknown[] = [];
  const write = (...line: unknown[]) => lines.push(line);
  const clock = { now: 0 };
  const client = new WebClient('xoxb-1', { fetch: slack.fetch, retryConfig: { retries: 0 } });
  const log = { info: write, warn: write, error: write };
  const directory = createDirectory({ client, log, ttlMs: 1_000, now: () => clock.now });
  return { slack, directory, clock, lines };
}

describe('createDirectory', () => {
  it('asks once for a while, also when asked at once by several', async () => {
    const { slack, directory, clock } = start();
    await Promise.all([directory.user('U01'), directory.user('U01')]);
    await directory.user('U01');
    expect(slack.called('users.info')).toHaveLength(1);
    clock.now = 1_001;
    await directory.user('U01');
    expect(slack.called('users.info')).toHaveLength(2);
  });

  it('keeps no answer that did not come, and says so by code only', async () => {
    const { slack, directory, lines } = start();
    slack.answers.set('conversations.info', () => ({ ok: false, error: 'missing_scope' }));
    expect(await directory.channel('C01')).toBeNull();
    slack.answers.delete('conversations.info');
    expect(await directory.channel('C01')).toMatchObject({ id: 'C01' });
    expect(lines).toEqual([['slack.check-unanswered', { kind: 'channel', code: 'missing_scope' }]]);
  });
});
