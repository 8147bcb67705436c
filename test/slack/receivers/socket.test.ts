import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { KEY } from '../../support/builders.ts';
import { FakeSlack } from '../../support/fake-slack.ts';
import { SocketServer } from '../../support/socket-server.ts';
import { type Started, startSlack } from '../../support/start-slack.ts';

let server: SocketServer;
let started: Started;
let url: string;
let open: () => unknown;
let count = 0;

function envelope(over: Record<string, unknown> = {}) {
  count += 1;
  const ts = `${1_700_000_000 + count}.000100`;
  const event = {
    type: 'app_mention',
    user: 'U01',
    channel: KEY.channel,
    ts,
    text: '<@U0IMPASSE> x',
  };
  const payload = { type: 'event_callback', team_id: KEY.team, event_id: `Ev${count}`, event };
  return { type: 'events_api', envelope_id: `env-${count}`, payload, ...over };
}

const acknowledged = () => server.acknowledged.map(({ envelope_id: id }) => id);
const soon = { timeout: 3_000, interval: 10 };

beforeEach(async () => {
  server = new SocketServer();
  url = await server.start();
  open = () => ({ url });
  const slack = new FakeSlack();
  slack.answers.set('apps.connections.open', () => open());
  started = await startSlack({
    transport: { kind: 'socket', appToken: 'xapp-test' },
    fetch: slack.fetch,
  });
});
afterEach(async () => {
  await started.app.stop(1_000);
  await server.stop();
});

describe('Socket Mode', () => {
  it('is open once Slack has greeted', () => {
    expect(started.app.isOpen()).toBe(true);
  });

  it('acknowledges only after the message is taken over', async () => {
    let finish = () => {};
    started.intake.onTake = () =>
      new Promise((resolve) => {
        finish = () => resolve({ kind: 'queued', removed: {}, doubts: [] });
      });
    const sent = envelope();
    server.send(sent);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(acknowledged()).toEqual([]);
    finish();
    await vi.waitFor(() => expect(acknowledged()).toEqual([sent.envelope_id]), soon);
  });

  it('does not acknowledge what could not be taken over', async () => {
    started.intake.onTake = async () => Promise.reject(new Error('store down'));
    server.send(envelope());
    await vi.waitFor(
      () => expect(started.log.map(({ event }) => event)).toContain('slack.listener-failed'),
      soon,
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(acknowledged()).toEqual([]);
  });

  it.each([
    ['no JSON', '{'],
    ['null', 'null'],
    ['an envelope without a payload', { type: 'events_api', envelope_id: 'e' }],
    ['an event that is null', envelope({ payload: { event: null } })],
    ['an event without a type', envelope({ payload: { event: {} } })],
    ['an unknown type', { type: 'something', envelope_id: 'e', payload: {} }],
  ])('lives on after %s', async (_what, malformed) => {
    server.send(malformed);
    const sent = envelope();
    server.send(sent);
    await vi.waitFor(() => expect(acknowledged()).toContain(sent.envelope_id), soon);
  });

  it('connects again at once when the connection breaks, and when Slack asks for it', async () => {
    server.drop();
    await vi.waitFor(() => expect(server.connections).toBe(2), soon);
    await vi.waitFor(() => expect(started.app.isOpen()).toBe(true), soon);
    server.send({ type: 'disconnect', reason: 'refresh_requested' });
    await vi.waitFor(() => expect(server.connections).toBe(3), soon);
    const sent = envelope();
    await vi.waitFor(() => expect(started.app.isOpen()).toBe(true), soon);
    server.send(sent);
    await vi.waitFor(() => expect(acknowledged()).toContain(sent.envelope_id), soon);
  });

  it('keeps trying while Slack answers with errors, without ending the process', async () => {
    let refused = 0;
    open = () => {
      refused += 1;
      return refused < 3 ? new Response('', { status: 503 }) : { url };
    };
    server.drop();
    await vi.waitFor(() => expect(server.connections).toBe(2), soon);
    expect(refused).toBe(3);
    expect(started.log.map(({ event }) => event)).toContain('slack.socket-not-connected');
  });

  it('lets go of nothing half done when it stops', async () => {
    started.intake.onTake = () =>
      new Promise((resolve) => {
        setTimeout(() => resolve({ kind: 'queued', removed: {}, doubts: [] }), 100);
      });
    const sent = envelope();
    server.send(sent);
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(await started.app.stop(2_000)).toBe(true);
    await vi.waitFor(() => expect(acknowledged()).toContain(sent.envelope_id), soon);
  });
});

describe('start', () => {
  it('fails when Slack does not know the token', async () => {
    const slack = new FakeSlack();
    slack.answers.set('auth.test', () => ({ ok: false, error: 'invalid_auth' }));
    await expect(startSlack({ fetch: slack.fetch })).rejects.toThrow('invalid_auth');
  });

  it('fails when Slack refuses the connection', async () => {
    const slack = new FakeSlack();
    slack.answers.set('apps.connections.open', () => ({
      ok: false,
      error: 'not_allowed_token_type',
    }));
    await expect(
      startSlack({ fetch: slack.fetch, transport: { kind: 'socket', appToken: 'xapp-1' } }),
    ).rejects.toThrow('not_allowed_token_type');
  });
});
