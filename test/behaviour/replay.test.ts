import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AUTHOR, KEY } from '../support/builders.ts';
import { elementsOf } from '../support/elements-of.ts';
import { signedHttp } from '../support/signed-http.ts';
import { type Running, startApp } from '../support/start-app.ts';

const SECRET = 'sign-here';
const CASE =
  'I was late again and my client said fine. No thoughts of self-harm, I asked last week.';
let bot: Running;
let http: ReturnType<typeof signedHttp>;

beforeAll(async () => {
  bot = await startApp({ signingSecret: SECRET });
  http = signedHttp(bot.port, SECRET);
}, 60_000);
afterAll(() => bot.stop());

const acts = async () =>
  (await bot.app.state.store.audit(0)).filter(({ what }) => what.startsWith('act.'));

describe('a signed request that is sent again', () => {
  it('brings no case twice', async () => {
    const place = { type: 'app_mention', user: AUTHOR, channel: KEY.channel, ts: KEY.thread };
    const event = { ...place, text: `<@U0IMPASSE> ${CASE}` };
    for (let times = 0; times < 3; times += 1) {
      expect((await http.event(event, 'Ev1', KEY.team)).status).toBe(200);
    }
    await bot.settled();
    expect(bot.slack.shown()).toHaveLength(1);
    const kept = await bot.app.state.store.load({ ...KEY });
    expect(kept?.turns).toHaveLength(1);
  });

  it('presses no button twice, while another press counts', async () => {
    const [message] = [...bot.slack.messages.values()].filter(
      ({ thread }) => thread === KEY.thread,
    );
    const element = elementsOf(message?.blocks ?? []).find(({ action_id: id }) =>
      String(id).startsWith('tap:'),
    );
    const press = (seconds: number) =>
      http.payload({
        ...{
          type: 'block_actions',
          user: { id: AUTHOR, team_id: KEY.team },
          team: { id: KEY.team },
        },
        ...{ channel: { id: KEY.channel }, trigger_id: 'trigger-1' },
        message: { ts: message?.ts, thread_ts: KEY.thread, blocks: message?.blocks },
        actions: [{ type: 'button', ...element, action_ts: `${seconds}.000100` }],
      });
    for (let times = 0; times < 3; times += 1)
      expect((await press(1_900_000_000)).status).toBe(200);
    await bot.settled();
    expect(await acts()).toHaveLength(1);
    await press(1_900_000_060);
    await bot.settled();
    expect(await acts()).toHaveLength(2);
  });
});
