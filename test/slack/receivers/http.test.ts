import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KEY } from '../../support/builders.ts';
import { type Started, startSlack } from '../../support/start-slack.ts';

const SECRET = 'test-signing-secret';
const NOW = Math.floor(Date.now() / 1000);

let started: Started;
let base: string;
let count = 0;

const mention = (over: Record<string, unknown> = {}) => {
  count += 1;
  const ts = `${1_700_000_000 + count}.000100`;
  const event = {
    type: 'app_mention',
    user: 'U01',
    channel: KEY.channel,
    ts,
    text: '<@U0IMPASSE> hi',
  };
  return JSON.stringify({
    ...{ type: 'event_callback', team_id: KEY.team, event_id: `Ev${count}`, event, ...over },
  });
};

function signature(body: string, at: number, secret = SECRET): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')}`;
}

async function post(body: string, over: { at?: number; sign?: string; form?: boolean } = {}) {
  const { at = NOW, sign = signature(body, at), form = false } = over;
  const answer = await fetch(`${base}/slack/events`, {
    method: 'POST',
    body,
    headers: {
      'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json',
      'x-slack-request-timestamp': String(at),
      'x-slack-signature': sign,
    },
  });
  return answer.status;
}

beforeAll(async () => {
  started = await startSlack({
    transport: {
      ...{ kind: 'http', signingSecret: SECRET, port: 0 },
      routes: [{ path: '/healthz', method: 'GET', handler: (_req, res) => void res.end('well') }],
    },
  });
  base = `http://127.0.0.1:${started.port}`;
});
beforeEach(() => {
  started.intake.taken.length = 0;
  started.intake.onTake = async () => ({ kind: 'queued', removed: {}, doubts: [] });
});
afterAll(async () => {
  expect(await started.app.stop(2_000)).toBe(true);
  expect(started.app.isOpen()).toBe(false);
});

describe('signed HTTP', () => {
  it('answers 200 once the message is taken over', async () => {
    expect(await post(mention())).toBe(200);
    expect(started.intake.taken).toHaveLength(1);
  });

  it('answers only after it is taken over', async () => {
    let finish = () => {};
    started.intake.onTake = () =>
      new Promise((resolve) => {
        finish = () => resolve({ kind: 'queued', removed: {}, doubts: [] });
      });
    let answered = false;
    const answer = post(mention()).then((status) => {
      answered = true;
      return status;
    });
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(answered).toBe(false);
    finish();
    expect(await answer).toBe(200);
  });

  it('answers 500 when it could not be taken over, so that Slack sends it again', async () => {
    started.intake.onTake = async () => Promise.reject(new Error('store down'));
    expect(await post(mention())).toBe(500);
  });

  it.each([
    ['a wrong signature', { sign: signature('other', NOW) }],
    ['another secret', { sign: signature('x', NOW, 'other-secret') }],
    ['no signature', { sign: '' }],
    ['a time six minutes ago', { at: NOW - 360 }],
    ['a time six minutes ahead', { at: NOW + 360 }],
    ['a time an hour ahead', { at: NOW + 3_600 }],
  ])('answers 401 to %s', async (_what, over) => {
    expect(await post(mention(), over)).toBe(401);
    expect(started.intake.taken).toHaveLength(0);
  });

  it.each([NOW - 240, NOW + 240])('takes a time four minutes off: %d', async (at) => {
    expect(await post(mention(), { at })).toBe(200);
  });

  it('answers 413 to a body over 1 MB and stays alive', async () => {
    expect(await post(mention({ filler: 'x'.repeat(1_100_000) }))).toBe(413);
    expect(await post(mention())).toBe(200);
  });

  it.each(['null', '7', '"text"', '[]', '{', '', 'true'])(
    'answers 4xx to the signed body %j and stays alive',
    async (body) => {
      const status = await post(body);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(await post(mention())).toBe(200);
    },
  );

  it.each([
    [{ type: 'event_callback', team_id: 'T1', event: null }],
    [{ type: 'event_callback', team_id: 'T1', event: { type: 'message' } }],
    [{ type: 'event_callback', team_id: 'T1', event: { type: 'app_mention', channel: 7, ts: {} } }],
    [{ type: 'event_callback' }],
    [{ type: 'block_actions', actions: [] }],
    [{ type: 'block_actions', actions: [{}], user: null }],
    [{ type: 'block_actions', actions: null }],
    [{}],
  ])('drops the malformed payload %j without failing', async (body) => {
    expect(await post(JSON.stringify(body))).toBeLessThan(500);
    expect(started.intake.taken).toHaveLength(0);
    expect(await post(mention())).toBe(200);
  });

  it('echoes the challenge and answers the health route and nothing else', async () => {
    expect(await post(JSON.stringify({ type: 'url_verification', challenge: 'abc' }))).toBe(200);
    expect(await (await fetch(`${base}/healthz`)).text()).toBe('well');
    expect((await fetch(`${base}/other`)).status).toBe(404);
  });

  it('writes no text of any message and no token to the log', async () => {
    started.intake.onTake = async () => Promise.reject(new Error('Anna Example'));
    await post(mention({ text: 'Anna Example' }));
    const log = JSON.stringify(started.log);
    expect(log).not.toContain('Anna');
    expect(log).not.toContain('xoxb');
  });
});
