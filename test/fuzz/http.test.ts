import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KEY } from '../support/builders.ts';
import { type Started, startSlack } from '../support/start-slack.ts';
import { mutated, PLANTED } from './mutate.ts';

const SECRET = 'test-signing-secret';
const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';
const event = { type: 'app_mention', user: 'U01', channel: KEY.channel, ts: '1700000000.000100' };
const whole = { type: 'event_callback', team_id: KEY.team, event_id: 'Ev1', event };
let started: Started;

beforeAll(async () => {
  started = await startSlack({
    transport: { kind: 'http', signingSecret: SECRET, port: 0, routes: [] },
  });
});
afterAll(async () => {
  await started.app.stop(2_000);
});

async function post(body: string, type: string): Promise<number> {
  const at = String(Math.floor(Date.now() / 1000));
  const mac = createHmac('sha256', SECRET).update(`v0:${at}:${body}`).digest('hex');
  const signed = { 'x-slack-request-timestamp': at, 'x-slack-signature': `v0=${mac}` };
  const headers = { ...signed, 'content-type': type };
  const url = `http://127.0.0.1:${started.port}/slack/events`;
  return (await fetch(url, { method: 'POST', body, headers })).status;
}

const written = mutated<unknown>([whole]).map((value) => JSON.stringify(value) ?? '');
const body = fc.oneof(
  fc.string(),
  fc.json(),
  written,
  written.map((json) => `payload=${encodeURIComponent(json)}`),
  fc.string().map((text) => `payload=${text}&${PLANTED}=%zz`),
  fc.constantFrom('payload', 'payload=', 'payload={', 'payload=null', 'ssl_check=1', '{"a":'),
);
const type = fc.constantFrom(JSON_TYPE, FORM_TYPE, 'text/plain', 'application/json; charset=x', '');

describe('signed bodies, whatever stands in them', () => {
  it('are answered without a crash or a word in the log, and the next is taken', async () => {
    await fc.assert(
      fc.asyncProperty(body, type, async (text, kind) => {
        expect(await post(text, kind)).toBeLessThan(500);
      }),
      { numRuns: 300 },
    );
    expect(JSON.stringify(started.log)).not.toContain(PLANTED);
    started.intake.taken.length = 0;
    const next = { ...whole, event_id: 'Ev2', event: { ...event, text: '<@U0IMPASSE> hi' } };
    expect(await post(JSON.stringify(next), JSON_TYPE)).toBe(200);
    expect(started.intake.taken).toHaveLength(1);
  });
});
