import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { describe, expect, it } from 'vitest';
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

/** A Redis on the files of `folder`, started as docs/operate.md says. */
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

describe.runIf(hasRedis)('a backup of Redis', () => {
  it('made while the bot works reads the same once it is put back, and is journalled again', async () => {
    const server = await startRedis();
    const bot = await startApp({ redisUrl: server.url, keys });
    await bot.slack.mention(CASE);
    await bot.settled();
    const folder = mkdtempSync(join(tmpdir(), 'impasse-restore-'));
    const copy = join(folder, 'copy.rdb');
    expect(spawnSync('redis-cli', ['-p', `${server.port}`, '--rdb', copy]).status).toBe(0);
    await bot.stop();
    const before = await readAll(server.url);
    expect(before.kase?.author).toBe(AUTHOR);
    await server.stop();

    copyFileSync(copy, join(folder, 'dump.rdb'));
    const port = await freePort();
    const first = await startOn(folder, port, ['--appendonly', 'no']);
    await first.client.config('SET', 'appendonly', 'yes');
    while (!(await first.client.info('persistence')).includes('aof_rewrite_in_progress:0'))
      await new Promise((resolve) => setTimeout(resolve, 20));
    await first.end();
    rmSync(join(folder, 'dump.rdb'));
    const again = await startOn(folder, port, ['--appendonly', 'yes']);
    expect(await readAll(`redis://127.0.0.1:${port}`)).toEqual(before);
    await again.end();
    rmSync(folder, { recursive: true, force: true });
  });
});
