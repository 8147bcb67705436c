import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newKey } from '../../src/state/new-key.ts';
import { type Container, startContainer } from '../deploy/container.ts';
import { freePort } from '../state/redis-server.ts';
import { KEY } from '../support/builders.ts';
import { FakeSlack } from '../support/fake-slack.ts';
import { serveSlack } from '../support/serve-slack.ts';
import { signedMention } from '../support/signed-mention.ts';

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
    mention: (text: string, ts?: string) =>
      signedMention({ port, secret: SECRETS.SLACK_SIGNING_SECRET }, text, ts),
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
