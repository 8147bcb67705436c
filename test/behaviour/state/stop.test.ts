import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newKey } from '../../../src/state/new-key.ts';
import { freePort } from '../../state/redis-server.ts';
import { KEY } from '../../support/builders.ts';
import { FakeSlack } from '../../support/fake-slack.ts';
import { serveSlack } from '../../support/serve-slack.ts';
import { signedMention } from '../../support/signed-mention.ts';

const SECRET = 'stop-test-secret';
const TEXT = 'My client has gone quiet since I raised the fee, and I fill the silence with advice.';

let slack: FakeSlack;
let api: Awaited<ReturnType<typeof serveSlack>>;
let folder: string;
let port: number;
const keys = newKey(new Date(0));
beforeEach(async () => {
  slack = new FakeSlack();
  api = await serveSlack(slack);
  folder = mkdtempSync(join(tmpdir(), 'impasse-stop-'));
  port = await freePort();
});
afterEach(() => {
  api.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The real program in a process of its own; resolves when it is ready. */
async function run() {
  const child = spawn(process.execPath, ['src/main.ts'], {
    env: {
      ...{ SLACK_BOT_TOKEN: 'xoxb-test', SLACK_SIGNING_SECRET: SECRET, SLACK_API_URL: api.url },
      ...{ IMPASSE_KEYS: keys, IMPASSE_DATA: join(folder, 'impasse.sqlite') },
      ...{ IMPASSE_CHANNELS: KEY.channel, PORT: String(port) },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ready = Promise.withResolvers<void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (text.includes('"event":"ready"')) ready.resolve();
  });
  await ready.promise;
  return child;
}

const mention = () => signedMention({ port, secret: SECRET }, TEXT);

const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
};

describe('a program told to stop', () => {
  it('finishes the turn that is under way first', async () => {
    const posting = Promise.withResolvers<undefined>();
    slack.answers.set('chat.postMessage', () => posting.promise);
    const child = await run();
    expect(await mention()).toBe(200);
    await until(() => slack.called('chat.postMessage').length > 0);
    child.kill('SIGTERM');
    setTimeout(() => posting.resolve(undefined), 1000);
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
    expect(slack.shown()).toHaveLength(1);
  }, 40_000);

  it('hands back what does not end, within 25 seconds, to whoever runs next', async () => {
    slack.answers.set('chat.postMessage', () => new Promise(() => {}));
    const child = await run();
    expect(await mention()).toBe(200);
    await until(() => slack.called('chat.postMessage').length > 0);
    const began = performance.now();
    child.kill('SIGTERM');
    await once(child, 'exit');
    expect(performance.now() - began).toBeLessThan(25_500);
    slack.answers.delete('chat.postMessage');
    const next = await run();
    await until(() => slack.shown().length === 1);
    next.kill('SIGTERM');
    await once(next, 'exit');
    expect(slack.shown()).toHaveLength(1);
  }, 60_000);
});
