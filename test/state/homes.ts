import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Redis } from 'ioredis';
import { openState, type State, type StateOptions } from '../../src/state/open-state.ts';
import type { RedisServer } from './redis-server.ts';

/** A clock that tests move; it runs on between moves. */
export function movableClock() {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    forward(ms: number) {
      ahead += ms;
    },
  };
}

export const DAY = 24 * 60 * 60 * 1000;
export const keyLine = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;
const KEYS = keyLine('test');

/** Where a driver keeps its data in a test, for opening it more than once. */
export interface Home {
  /** Opens state on this data; closed by `stop` at the latest. */
  open(options?: Partial<StateOptions>): Promise<State>;
  /** A second process beside the first, as far as the driver allows one. */
  beside(options?: Partial<StateOptions>): Promise<State>;
  /** Every key and value, as it stands. */
  dump(): Promise<string>;
  /** Everything on disk, what was overwritten and not yet swept up included. */
  files(): Promise<string>;
  stop(): Promise<void>;
}

/** Keeps count of what was opened, so that a test that fails leaves nothing running. */
function opener(base: Partial<StateOptions>) {
  const opened: State[] = [];
  const open = async (options: Partial<StateOptions> = {}) => {
    const state = await openState({ keys: KEYS, ...base, ...options });
    opened.push(state);
    return state;
  };
  const closeAll = () => Promise.all(opened.map((state) => state.close()));
  return { open, closeAll };
}

/** A data file in a folder of its own. */
export async function localHome(): Promise<Home & { path: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'impasse-state-'));
  const path = join(folder, 'impasse.sqlite');
  const { open, closeAll } = opener({ path });
  return {
    path,
    open,
    beside: (options) => open({ works: false, ...options }),
    dump: async () => read(folder),
    files: async () => read(folder),
    async stop() {
      await closeAll();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function read(folder: string): string {
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
  return files.join('\n');
}

/** The value of any key, as text. */
async function readKey(client: Redis, key: string): Promise<unknown> {
  const read: Record<string, () => Promise<unknown>> = {
    string: () => client.get(key),
    hash: () => client.hgetall(key),
    list: () => client.lrange(key, 0, -1),
    set: () => client.smembers(key),
    zset: () => client.zrange(key, '0', '-1', 'WITHSCORES'),
    stream: () => client.xrange(key, '-', '+'),
  };
  return read[await client.type(key)]?.();
}

/** Every key and value of one Redis, as text. */
export async function dumpOf(client: Redis): Promise<string> {
  const keys = await client.keys('*');
  const values = await Promise.all(keys.map((key) => readKey(client, key)));
  return keys.map((key, place) => `${key} ${JSON.stringify(values[place])}`).join('\n');
}

/** Redis servers, emptied, behind one address. */
export function redisHome(servers: readonly RedisServer[], url: () => string) {
  return async (): Promise<Home> => {
    for (const { client } of servers) await client.flushall();
    const { open, closeAll } = opener({ redisUrl: url() });
    return {
      open,
      beside: open,
      dump: async () => (await Promise.all(servers.map(({ client }) => dumpOf(client)))).join('\n'),
      files: async () => servers.map((server) => server.files()).join('\n'),
      async stop() {
        await closeAll();
      },
    };
  };
}
