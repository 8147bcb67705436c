import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

/** Whether this machine has a redis-server; in CI it must. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

/** A free port on the loopback address. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** A Redis of its own, with its append-only file in a temporary folder. */
export interface RedisServer {
  readonly port: number;
  readonly url: string;
  readonly client: Redis;
  /** Ends it like a power cut would, and starts it again on the same files. */
  restart(): Promise<void>;
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Everything on its disk. */
  files(): string;
  stop(): Promise<void>;
}

function readAll(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'latin1' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'))
    .join('\n');
}

async function end(child: ChildProcess | null): Promise<void> {
  if (child === null || child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** Starts a redis-server on the loopback address; `more` are further settings as on its command line. */
export async function startRedis(more: readonly string[] = []): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'impasse-redis-'));
  const port = await freePort();
  const settings = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
  let child: ChildProcess | null = null;
  const client = new Redis({ port, host: '127.0.0.1', lazyConnect: true, retryStrategy: () => 50 });
  client.on('error', () => {});
  const start = async () => {
    if (child !== null && child.exitCode === null && child.signalCode === null) return;
    child = spawn('redis-server', [...settings, '--appendonly', 'yes', ...more], {
      stdio: 'ignore',
    });
    if (client.status === 'wait') await client.connect().catch(() => undefined);
    while ((await client.ping().catch(() => '')) !== 'PONG') {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  await start();
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    client,
    start,
    kill: () => end(child),
    async restart() {
      await end(child);
      await start();
    },
    files: () => readAll(folder),
    async stop() {
      client.disconnect();
      await end(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const SLOTS = 16_384;

/** Joins three servers, started with `--cluster-enabled yes`, into one Cluster. */
export async function joinCluster(servers: readonly RedisServer[]): Promise<string> {
  const share = Math.ceil(SLOTS / servers.length);
  for (const [place, { client }] of servers.entries()) {
    const first = place * share;
    const count = Math.min(share, SLOTS - first);
    const slots = Array.from({ length: count }, (_, slot) => `${first + slot}`);
    await client.call('CLUSTER', ['ADDSLOTS', ...slots]);
    await client.call('CLUSTER', ['SET-CONFIG-EPOCH', `${place + 1}`]);
  }
  const [first] = servers;
  for (const { port } of servers) {
    await first?.client.call('CLUSTER', ['MEET', '127.0.0.1', `${port}`]);
  }
  for (const { client } of servers) {
    const agreed = async () => {
      const info = String(await client.call('CLUSTER', ['INFO']));
      return info.includes('cluster_state:ok') && info.includes(`known_nodes:${servers.length}`);
    };
    while (!(await agreed())) await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return `redis+cluster://${servers.map(({ port }) => `127.0.0.1:${port}`).join(',')}`;
}
