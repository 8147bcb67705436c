import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newKey } from '../../src/state/new-key.ts';
import { freePort, hasRedis } from '../state/redis-server.ts';
import { AUTHOR, KEY } from '../support/builders.ts';
import { FakeSlack } from '../support/fake-slack.ts';
import { serveSlack } from '../support/serve-slack.ts';
import { SocketServer } from '../support/socket-server.ts';
import { type Container, runToEnd, startContainer } from './container.ts';
import { imageCommand, imageHealthCheck, readServices } from './container-files.ts';
import { buildByHand } from './image.ts';

const PASSWORD = 'planted5555password';
const CASE =
  'I was late again and my client said fine. No thoughts of self-harm, I asked last week.';

/**
 * Everything compose.yml starts, by its own commands and environments. What differs from a container:
 * folders lie in a temporary one, every process has the loopback address and a port of its own.
 */
async function composeByHand() {
  const slack = new FakeSlack();
  const socket = new SocketServer();
  const url = await socket.start();
  slack.answers.set('apps.connections.open', () => ({ url }));
  const api = await serveSlack(slack);
  const image = buildByHand();
  const folder = mkdtempSync(join(tmpdir(), 'impasse-compose-'));
  chmodSync(folder, 0o777);
  const port = await freePort();
  const services = readServices({ REDIS_PASSWORD: PASSWORD });
  const place = (text: string) =>
    text
      .replaceAll('/etc/impasse/redis.conf', join(folder, 'given.conf'))
      .replaceAll('/tmp/redis.conf', join(folder, 'redis.conf'))
      .replaceAll('redis:6379', `127.0.0.1:${port}`)
      .replaceAll('6379', String(port));
  const conf = readFileSync('deploy/redis.conf', 'utf8')
    .replace('port 6379', `port ${port}\nbind 127.0.0.1`)
    .replace('dir /data', `dir ${folder}`);
  writeFileSync(join(folder, 'given.conf'), conf);
  const dotEnv = {
    ...{ SLACK_BOT_TOKEN: 'xoxb-test', SLACK_APP_TOKEN: 'xapp-test', SLACK_API_URL: api.url },
    ...{ IMPASSE_KEYS: newKey(new Date(0)), IMPASSE_CHANNELS: KEY.channel },
  };
  const envOf = async (name: string) => ({
    ...{ ...image.env, ...dotEnv },
    ...Object.fromEntries(
      Object.entries(services[name]?.environment ?? {}).map(([key, value]) => [key, place(value)]),
    ),
    ...{ IMPASSE_OPS_HOST: '127.0.0.1', IMPASSE_OPS_PORT: String(await freePort()) },
  });
  return { slack, socket, api, image, folder, services, place, envOf };
}

let whole: Awaited<ReturnType<typeof composeByHand>>;
const running: Record<string, Container> = {};
const envs: Record<string, Record<string, string>> = {};

const inImage = (name: string, command: readonly string[]) =>
  [command, { cwd: whole.image.app, env: envs[name] ?? {} }] as const;
const redisCheck = () => {
  const [, words = ''] = whole.services.redis?.healthcheck?.test ?? [];
  const env = { REDIS_PASSWORD: PASSWORD };
  return runToEnd(['sh', '-c', whole.place(words)], { cwd: whole.folder, env });
};
const answerOf = (name: string, path: string) =>
  fetch(`http://127.0.0.1:${envs[name]?.IMPASSE_OPS_PORT}${path}`);

describe.runIf(hasRedis)('the containers of compose.yml, started by hand', () => {
  beforeAll(async () => {
    whole = await composeByHand();
    const command = (whole.services.redis?.command ?? []).map(whole.place);
    const env = { REDIS_PASSWORD: PASSWORD };
    running.redis = startContainer(command, { cwd: whole.folder, env });
    await running.redis.said('Ready to accept connections');
    for (const name of ['bot', 'worker']) {
      envs[name] = await whole.envOf(name);
      const own = whole.services[name]?.command ?? imageCommand();
      running[name] = startContainer(...inImage(name, own));
    }
    await Promise.all([running.bot?.said('"event":"ready"'), running.worker?.said('ready')]);
  });
  afterAll(async () => {
    for (const container of Object.values(running)) container.child.kill('SIGKILL');
    whole.api.stop();
    await whole.socket.stop();
    whole.image.remove();
    rmSync(whole.folder, { recursive: true, force: true });
  });

  it('start without settings as the image is built: with status 2 and nothing else', async () => {
    const { app: cwd, env } = whole.image;
    expect(await runToEnd(['node', 'src/main.ts'], { cwd, env })).toBe(2);
  });

  it('keep development files out of the image', () => {
    const files = readdirSync(whole.image.app);
    expect(files.sort()).toEqual([
      'manifest.yml',
      'node_modules',
      'package.json',
      'prompts',
      'src',
    ]);
    expect(readdirSync(join(whole.image.app, 'node_modules'))).not.toContain('vitest');
    expect(whole.image.files().filter((file) => /train\b/.test(file))).toEqual([]);
  });

  it('hold what draws pictures', async () => {
    const draw = ['node', '-e', "require('@resvg/resvg-js'); require.resolve('vega-lite')"];
    expect(await runToEnd(draw, { cwd: whole.image.app, env: {} })).toBe(0);
  });

  it.each(['bot', 'worker'])('pass the health check of the image: %s', async (name) => {
    expect(await runToEnd(...inImage(name, imageHealthCheck()))).toBe(0);
  });

  it.each(['bot', 'worker'])('are ready: %s', async (name) => {
    const response = await answerOf(name, '/readyz');
    expect({ status: response.status, body: await response.json() }).toEqual({
      status: 200,
      body: {
        ...{ ready: true, state: 'reachable', slack: 'open' },
        queue: name === 'bot' ? 'elsewhere' : 'working',
      },
    });
  });

  it('run Redis behind its password, which stands in no process list', async () => {
    expect(await redisCheck()).toBe(0);
    const { pid } = running.redis?.child ?? {};
    expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).toMatch(/^redis-server/);
    expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).not.toContain(PASSWORD);
    const wrong = { cwd: whole.folder, env: { REDIS_PASSWORD: 'wrong' } };
    const [, words = ''] = whole.services.redis?.healthcheck?.test ?? [];
    expect(await runToEnd(['sh', '-c', whole.place(words)], wrong)).not.toBe(0);
  });

  it('answer a case together, and write nothing into the image', async () => {
    const before = whole.image.files();
    const event = { type: 'app_mention', user: AUTHOR, channel: KEY.channel, ts: KEY.thread };
    whole.socket.send({
      ...{ type: 'events_api', envelope_id: 'envelope-1' },
      payload: {
        ...{ type: 'event_callback', team_id: KEY.team, event_id: 'Ev1' },
        event: { ...event, text: `<@U0IMPASSE> ${CASE}` },
      },
    });
    await expect.poll(() => whole.slack.shown().length, { timeout: 20_000 }).toBe(1);
    await running.worker?.said('turn.done');
    const taken = running.bot?.lines.find((line) => line.includes('message.taken')) ?? '{}';
    const done = running.worker?.lines.find((line) => line.includes('turn.done')) ?? '{}';
    expect(JSON.parse(done).turn).toBe(JSON.parse(taken).turn);
    const metrics = await (await answerOf('worker', '/metrics')).text();
    expect(metrics).toMatch(/impasse_turns_total\{kind="\w+"\} 1/);
    expect(whole.image.files()).toEqual(before);
  });

  it('stop when they are told to, one after the other, with status 0', async () => {
    expect(await running.bot?.stop()).toBe(0);
    expect(await runToEnd(...inImage('bot', imageHealthCheck()))).toBe(1);
    expect(await running.worker?.stop()).toBe(0);
    expect(await running.redis?.stop()).toBe(0);
    expect(running.redis?.lines.join('\n')).toContain('ready to exit');
  });
});
