/**
 * A plain Bolt app in a process of its own, to measure beside ours. Without MODEL_URL its handler does
 * nothing; with it, it does what one would write in an afternoon: ask a model and post the answer.
 */
import { App, HTTPReceiver } from '@slack/bolt';

const { SLACK_SIGNING_SECRET = '', SLACK_API_URL = '', PORT = '0', MODEL_URL } = process.env;
const receiver = new HTTPReceiver({ signingSecret: SLACK_SIGNING_SECRET });
const app = new App({
  ...{ receiver, token: 'xoxb-speed', clientOptions: { slackApiUrl: SLACK_API_URL } },
  convoStore: false,
});
app.event('app_mention', async ({ event, say }) => {
  if (MODEL_URL === undefined) return;
  const answer = await fetch(MODEL_URL, { method: 'POST', body: event.text });
  await say({ text: await answer.text(), thread_ts: event.ts });
});
await app.start({ port: Number(PORT), host: '127.0.0.1' });
process.stdout.write('ready\n');
