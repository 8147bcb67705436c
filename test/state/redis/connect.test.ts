import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { openState } from '../../../src/state/open-state.ts';
import { threadKey, turn } from '../examples.ts';
import { keyLine } from '../homes.ts';
import { freePort, hasRedis, startRedis } from '../redis-server.ts';

const KEYS = keyLine('test');
const SOON = { timeout: 8000, interval: 20 };
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

/** Opens state, works off one thread, closes. */
async function workOnce(redisUrl: string): Promise<string[]> {
  const state = await openState({ redisUrl, keys: KEYS });
  const seen: string[] = [];
  state.queue.work(
    async ({ thread }) => void seen.push(thread),
    async () => {},
  );
  const key = threadKey({ thread: '1.1' });
  await state.store.append(key, turn());
  await state.queue.wake(key);
  await vi.waitFor(() => expect(seen).toHaveLength(1), SOON);
  await state.close();
  return seen;
}

describe.runIf(hasRedis)('a connection', () => {
  it('needs the right password, and says so without repeating it', async () => {
    const server = await startRedis();
    await server.client.config('SET', 'requirepass', 'SECRET-WORD');
    const base = `127.0.0.1:${server.port}`;
    for (const url of [`redis://:WRONG-WORD@${base}`, `redis://${base}`]) {
      const error: unknown = await openState({ redisUrl: url, keys: KEYS }).catch((e) => e);
      expect(error).toMatchObject({ code: 'redis-refused' });
      expect(String(error)).not.toContain('WORD');
    }
    expect(await workOnce(`redis://:SECRET-WORD@${base}`)).toEqual(['1.1']);
    await server.stop();
  });
  it('finds the master that sentinels watch', async () => {
    const server = await startRedis();
    const folder = mkdtempSync(join(tmpdir(), 'impasse-sentinel-'));
    const port = await freePort();
    const file = join(folder, 'sentinel.conf');
    writeFileSync(
      file,
      `port ${port}\nbind 127.0.0.1\ndir ${folder}\nsentinel monitor clinic 127.0.0.1 ${server.port} 1\n`,
    );
    const sentinel = spawn('redis-server', [file, '--sentinel'], { stdio: 'ignore' });
    await vi.waitFor(async () => {
      const seen = await workOnce(`redis+sentinel://127.0.0.1:${port}/clinic`);
      expect(seen).toEqual(['1.1']);
    }, SOON);
    sentinel.kill('SIGKILL');
    await once(sentinel, 'exit');
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  it.runIf(hasOpenssl)(
    'over TLS trusts a private authority that is named, and no other',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'impasse-tls-'));
      const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
      spawnSync('openssl', [
        ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key],
        ...['-out', cert, '-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'],
      ]);
      const tlsPort = await freePort();
      const server = await startRedis([
        ...['--tls-port', `${tlsPort}`, '--tls-cert-file', cert, '--tls-key-file', key],
        ...['--tls-ca-cert-file', cert, '--tls-auth-clients', 'no'],
      ]);
      const url = `rediss://127.0.0.1:${tlsPort}`;
      expect(await workOnce(`${url}?ca=${cert}`)).toEqual(['1.1']);
      await expect(openState({ redisUrl: url, keys: KEYS })).rejects.toMatchObject({
        code: 'redis-untrusted',
      });
      await expect(openState({ redisUrl: `${url}?ca=/none`, keys: KEYS })).rejects.toMatchObject({
        code: 'redis-url',
      });
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  );
});
