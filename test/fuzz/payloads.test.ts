import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AUTHOR, KEY } from '../support/builders.ts';
import type { FakeSlack } from '../support/fake-slack.ts';
import { type Running, startApp } from '../support/start-app.ts';
import { mutated, PLANTED } from './mutate.ts';

type Body = Parameters<FakeSlack['send']>[0];

const CASE =
  'My client of eight months went quiet when I raised the fee and says everything is fine. I notice that I talk too much. No risk, I asked last week.';
const who = { user: { id: AUTHOR, team_id: KEY.team }, team: { id: KEY.team } };
const opened = { type: 'app_home_opened', user: AUTHOR, channel: 'D0DIRECT', tab: 'home' };
/** Ways in that the usual course does not take. */
const OTHERS: readonly Body[] = [
  {
    ...{ type: 'message_action', callback_id: 'ask-about-case', ...who, trigger_id: 'trigger-1' },
    ...{ channel: { id: KEY.channel }, action_ts: '1700000055.000200' },
    message: { type: 'message', user: AUTHOR, ts: '1700000055.000100', text: CASE },
  },
  { type: 'event_callback', team_id: KEY.team, event_id: 'EvHome', event: opened },
  { type: 'view_closed', ...who, view: { id: 'V1', callback_id: 'intake', private_metadata: '' } },
];
const seeds: Body[] = [];
let running: Running;

/** The usual course of a case, of which every payload is noted. */
async function play({ slack, settled }: Running): Promise<void> {
  const send = slack.send.bind(slack);
  slack.send = (body, retryNum) => {
    seeds.push(structuredClone(body));
    return send(body, retryNum);
  };
  await slack.mention(CASE);
  await settled();
  await slack.press('tap');
  await settled();
  for (const button of ['why', 'softer', 'rehearse', 'ask-supervisor']) await slack.press(button);
  await settled();
  await slack.press('not-helpful');
  await slack.press('delete');
  for (const text of ['help', 'mine', 'status']) await slack.command(text);
  for (const text of ['new', 'settings']) {
    await slack.command(text);
    await slack.submit({ moment: CASE, choices: ['a'] });
  }
  for (const body of OTHERS) await slack.send(body);
  await slack.edit(`${CASE} She came late.`);
  await slack.remove({ ts: '1700000099.000100' });
  await slack.say('Is there a form for this?', { ts: '1700000077.000100', channel: 'D0DIRECT' });
  await settled();
  slack.send = send;
}

beforeAll(async () => {
  running = await startApp();
  await play(running);
}, 60_000);
afterAll(() => running.stop());

describe('payloads of Slack, whatever stands in them', () => {
  it('are acknowledged or refused, never answered with a crash, a broadcast or a word in the log', async () => {
    const { slack, log, settled } = running;
    await fc.assert(
      fc.asyncProperty(mutated(seeds), async (body) => void (await slack.send(body))),
      { numRuns: 400 },
    );
    await settled();
    expect(log.join('\n')).not.toContain(PLANTED);
    expect(log.join('\n')).not.toContain('"event":"broken"');
    const said = slack.calls
      .filter(({ method }) => method.startsWith('chat.'))
      .map(({ args }) => `${args.text} ${args.blocks}`);
    expect(said.filter((text) => text.includes('<!'))).toEqual([]);
    expect(log.filter((line) => line.includes('listener-failed'))).toEqual([]);
  }, 60_000);

  it('leave a bot that answers the next case as ever', async () => {
    const { slack, settled } = running;
    await slack.mention(CASE, { ts: '1700009999.000100' });
    await settled();
    const threads = [...slack.messages.values()].map(({ thread }) => thread);
    expect(threads).toContain('1700009999.000100');
  });
});
