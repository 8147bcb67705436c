import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openState } from '../../../src/state/open-state.ts';
import { AUTHOR, KEY } from '../../support/builders.ts';
import { startApp } from '../../support/start-app.ts';
import { keyLine } from '../homes.ts';
import { freePort, hasRedis, startRedis } from '../redis-server.ts';

const keys = keyLine('backup');
const CASE =
  'I was late again and my client said fine. No thoughts of self-harm, I asked last week.';

/** Everything that is kept of the case, as it reads. */
async function readAll(redisUrl: string) {
  const state = await openState({ redisUrl, keys, works: false });
  const kase = await state.store.load({ ...KEY });
  const audit = await state.store.audit(0);
  await state.close();
  return { kase, audit };
}

/** A Redis on the files of `folder`. */
async function startOn(folder: string, port: number, settings: readonly string[]) {
  const place = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
  const child = spawn('redis-server', [...place, ...settings], { stdio: 'ignore' });
  const client = new Redis({ port, host: '127.0.0.1', retryStrategy: () => 50 });
  client.on('error', () => undefined);
  while ((await client.ping().catch(() => '')) !== 'PONG')
    await new Promise((resolve) => setTimeout(resolve, 20));
  const end = async () => {
    client.disconnect();
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  return { client, end };
}

/** Puts a copy back with the script that docs/operate.md names. */
function restore(folder: string, input: Buffer) {
  const { status, output } = spawnSync('sh', ['deploy/restore-redis.sh', folder], { input });
  return { status, said: output.join('\n') };
}

describe.runIf(hasRedis)('a backup of Redis', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'impasse-restore-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('made while the bot works reads the same once it is put back, and is journalled again', async () => {
    const server = await startRedis();
    const bot = await startApp({ redisUrl: server.url, keys });
    await bot.slack.mention(CASE);
    await bot.settled();
    const made = spawnSync('redis-cli', ['-p', `${server.port}`, '--rdb', '-']);
    await bot.stop();
    const before = await readAll(server.url);
    expect(before.kase?.author).toBe(AUTHOR);
    await server.stop();

    const restored = restore(folder, made.stdout);
    expect([restored.said, restored.status]).toEqual([
      expect.stringMatching(/keys are restored/),
      0,
    ]);
    expect(readdirSync(folder)).toEqual(['appendonlydir']);
    const port = await freePort();
    const again = await startOn(folder, port, ['--appendonly', 'yes']);
    expect(await readAll(`redis://127.0.0.1:${port}`)).toEqual(before);
    await again.end();
  });

  it('is not put where there is data already, nor where it cannot be read', () => {
    const broken = restore(folder, Buffer.from('REDIS0010 cut short'));
    expect([broken.status, readdirSync(folder)]).toEqual([1, []]);
    expect(broken.said).toContain('Redis cannot read this file');
    mkdirSync(join(folder, 'appendonlydir'));
    const second = restore(folder, Buffer.from('REDIS0010'));
    expect([second.status, readdirSync(folder)]).toEqual([1, ['appendonlydir']]);
    expect(second.said).toContain('nothing was changed');
  });
});
