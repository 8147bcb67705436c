import { describe, expect, it } from 'vitest';
import { KEY, kase, turn } from '../support/builders.ts';
import { FakeSlack } from '../support/fake-slack.ts';
import { startSlack } from '../support/start-slack.ts';

describe('a process that only delivers', () => {
  it('opens no connection and still answers', async () => {
    const { app, slack, port } = await startSlack({ transport: { kind: 'none' } });
    expect(port).toBeNull();
    const outcome = { kind: 'unreadable', why: 'empty', safety: { ...CLEAR } } as const;
    expect(await app.delivery.deliver(KEY, kase({ turns: [turn()] }), outcome)).not.toBeNull();
    expect(slack.called('apps.connections.open')).toEqual([]);
    expect(await app.stop(100)).toBe(true);
  });
});

describe('stop', () => {
  it('fails what comes in meanwhile, so that Slack sends it to whoever runs next', async () => {
    const { app, slack, intake } = await startSlack();
    let finish = () => {};
    intake.onTake = () =>
      new Promise((resolve) => {
        finish = () => resolve({ kind: 'queued', removed: {}, doubts: [] });
      });
    const first = slack.mention('One.');
    await Promise.resolve();
    const stopped = app.stop(2_000);
    expect(await slack.mention('Two.', { ts: '1700000009.000100' })).toBe('failed');
    await new Promise((resolve) => setTimeout(resolve, 20));
    finish();
    expect(await first).toBe('acknowledged');
    expect(await stopped).toBe(true);
    expect(intake.taken).toHaveLength(1);
  });

  it('says when what runs did not finish in time', async () => {
    const { app, slack, intake } = await startSlack();
    intake.onTake = () => new Promise(() => undefined);
    void slack.mention('One.');
    await Promise.resolve();
    expect(await app.stop(50)).toBe(false);
    expect(app.isOpen()).toBe(false);
  });
});

describe('start', () => {
  it('asks Slack once who the bot is, and says nothing of the token when refused', async () => {
    const slack = new FakeSlack();
    slack.answers.set('auth.test', () => ({ ok: false, error: 'invalid_auth' }));
    const failed = startSlack({ fetch: slack.fetch, token: 'xoxb-secret' });
    await expect(failed).rejects.toThrow(/^(?!.*secret).*invalid_auth/);
    expect(slack.called('auth.test')).toHaveLength(1);
  });
});

const CLEAR = { status: 'clear', labels: [], responses: [] } as const;
