import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../demo/cases.ts';
import { AUTHOR, KEY } from '../support/builders.ts';
import { startApp } from '../support/start-app.ts';

const LIVE = /<!(?:channel|here|everyone)/i;
const LOUD =
  '<!channel> <!here|here> <!everyone> @channel @here @everyone &lt;!channel&gt; <!CHANNEL>';

describe('nobody is called to the channel', () => {
  it('in any sentence or source of ours, but where such mentions are found and removed', () => {
    const files = [...globSync('src/**/*.ts'), ...globSync('src/knowledge/*.yml')];
    const loud = files.filter((file) => LIVE.test(readFileSync(file, 'utf8')));
    expect(loud).toEqual(['src/pipeline/deidentify/find/slack-entities.ts']);
  });

  it('whatever people write, in whichever way it comes in', async () => {
    const bot = await startApp();
    const { slack } = bot;
    const text = `${EXAMPLES.withdrawal} ${LOUD}`;
    await slack.mention(text);
    await slack.say(text, { channel: 'D01DIRECT', ts: '1700000100.000100' });
    await bot.settled();
    await slack.say(`Now ${text}`, { ts: '1700000200.000100', thread: KEY.thread });
    await slack.edit(`Edited ${text}`);
    await slack.command(text);
    await slack.command('new');
    await slack.submit({ 'form-moment': text, 'form-risk': LOUD });
    await slack.send({
      ...{ type: 'message_action', callback_id: 'ask-about-case', trigger_id: 't' },
      ...{ user: { id: AUTHOR }, channel: { id: 'C09ANY' } },
      message: { user: AUTHOR, text, ts: '1700000300.000100' },
    });
    await bot.settled();
    await slack.mention(EXAMPLES.withdrawal, { ts: '1700000400.000100' });
    await bot.settled();
    for (const does of ['why', 'both-sides', 'not-helpful'] as const) await slack.press(does);
    await bot.settled();
    await bot.stop();
    const sent = slack.calls.filter(({ method }) => /^(?:chat|views)\./.test(method));
    expect(sent.length).toBeGreaterThan(8);
    expect(sent.filter(({ args }) => LIVE.test(JSON.stringify(args)))).toEqual([]);
    expect(
      sent.filter(({ args }) => args.link_names || args.parse || args.reply_broadcast),
    ).toEqual([]);
  });
});
