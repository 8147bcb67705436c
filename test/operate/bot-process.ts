import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newKey } from '../../src/state/new-key.ts';
import { type Container, startContainer } from '../deploy/container.ts';
import { freePort } from '../state/redis-server.ts';
import { AUTHOR, KEY } from '../support/builders.ts';
import { FakeSlack } from '../support/fake-slack.ts';
import { serveSlack } from '../support/serve-slack.ts';

/** Secrets of the process, none of which may stand in what it prints or serves. */
export const SECRETS = {
  SLACK_BOT_TOKEN: 'xoxb-planted-6666',
  SLACK_SIGNING_SECRET: 'planted7777secret',
  IMPASSE_KEYS: newKey(new Date(0)),
  OPENAI_API_KEY: 'sk-planted-8888',
};

/** The whole program in a process of its own, behind signed HTTP, with a fake workspace. */
export async function startBotProcess(env: Readonly<Record<string, string>> = {}) {
  const slack = new FakeSlack();
  const api = await serveSlack(slack);
  const folder = mkdtempSync(join(tmpdir(), 'impasse-process-'));
  const [port, operations] = [await freePort(), await freePort()];
  const own = { IMPASSE_DATA: join(folder, 'impasse.sqlite'), PORT: String(port) };
  const container: Container = startContainer(['node', 'src/main.ts'], {
    cwd: '.',
    asNobody: false,
    env: {
      ...{ ...SECRETS, ...own, SLACK_API_URL: api.url, IMPASSE_CHANNELS: KEY.channel },
      ...{ IMPASSE_OPS_PORT: String(operations), LOG_LEVEL: 'debug', ...env },
    },
  });
  await container.said('"event":"ready"');
  return {
    ...{ slack, container, folder, port },
    /** Somebody mentions the bot; the status Slack would see. */
    mention: (text: string, ts = KEY.thread) => mention(port, text, ts),
    served: async (path: string) => {
      const response = await fetch(`http://127.0.0.1:${operations}${path}`);
      return { status: response.status, body: await response.text() };
    },
    end: async () => {
      const code = await container.stop();
      api.stop();
      rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
}

async function mention(port: number, text: string, ts: string): Promise<number> {
  const event = { type: 'app_mention', user: AUTHOR, channel: KEY.channel, ts };
  const body = JSON.stringify({
    ...{ type: 'event_callback', event_id: `Ev${ts}`, team_id: KEY.team, api_app_id: 'A01' },
    event: { ...event, text: `<@U0IMPASSE> ${text}` },
    authorizations: [
      { enterprise_id: null, team_id: KEY.team, user_id: 'U0IMPASSE', is_bot: true },
    ],
  });
  const at = String(Math.floor(Date.now() / 1000));
  const hash = createHmac('sha256', SECRETS.SLACK_SIGNING_SECRET)
    .update(`v0:${at}:${body}`)
    .digest('hex');
  const headers = {
    ...{ 'content-type': 'application/json' },
    ...{ 'x-slack-request-timestamp': at, 'x-slack-signature': `v0=${hash}` },
  };
  const sent = await fetch(`http://127.0.0.1:${port}/slack/events`, {
    ...{ method: 'POST', body, headers },
  });
  return sent.status;
}
