import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KEY } from '../support/builders.ts';
import { type Running, startApp } from '../support/start-app.ts';
import { mutated, PLANTED } from './mutate.ts';

const CASE =
  'I was late again and my client said fine. No thoughts of self-harm, I asked last week.';
/** What is asked about a message before it is taken, and what is usually answered. */
const ASKED: Readonly<Record<string, object>> = {
  'users.info': { ok: true, user: { id: 'U1', team_id: KEY.team, is_restricted: false } },
  'users.list': { ok: true, members: [{ id: 'U1', profile: { real_name: 'A B' } }] },
  'conversations.info': { ok: true, channel: { id: KEY.channel, is_channel: true } },
  'conversations.replies': { ok: true, messages: [{ user: 'U1', ts: '1.1', text: 'x' }] },
};
let running: Running;
let count = 0;

beforeAll(async () => {
  running = await startApp();
}, 60_000);
afterAll(() => running.stop());

describe('answers of Slack, whatever stands in them', () => {
  it.each(Object.entries(ASKED))(
    'to %s let a message in or keep it out, with no crash and no word in the log',
    async (method, whole) => {
      const { slack, log, settled } = running;
      const answer = fc.oneof(mutated<unknown>([whole]), fc.constantFrom<unknown>('<html>', null));
      await fc.assert(
        fc.asyncProperty(answer, async (given) => {
          count += 1;
          slack.answers.set(method, () => new Response(JSON.stringify(given ?? null)));
          const ts = `${1_700_100_000 + count}.000100`;
          // Somebody new each time: what is known of a person is believed for minutes.
          await slack.mention(CASE, { ts, user: `U0NEW${count}` });
        }),
        { numRuns: 40 },
      );
      slack.answers.delete(method);
      await settled();
      expect(log.join('\n')).not.toContain(PLANTED);
      expect(log.join('\n')).not.toContain('"event":"broken"');
    },
    60_000,
  );

  it('leave a bot that answers the next case as ever', async () => {
    await running.slack.mention(CASE, { ts: '1700009999.000100' });
    await running.settled();
    expect(running.slack.shown('1700009999.000100')).toHaveLength(1);
  });
});
