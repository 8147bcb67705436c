import { existsSync } from 'node:fs';
import type { Finding } from './health.ts';
import { parseKeyRing } from './key-ring.ts';
import { MEMORY } from './local/database.ts';
import { openState } from './open-state.ts';
import { connectRedis } from './redis/connect.ts';
import { redisHealth } from './redis/redis-health.ts';
import { redisKeys } from './redis/redis-keys.ts';
import { readRedisUrl } from './redis/redis-url.ts';

/** Where state is, as the settings name it. */
export interface Examined {
  readonly keys: string;
  readonly redisUrl?: string | undefined;
  readonly path: string;
}

/** How storage stands, and whether the key ring was held against what is stored there. */
export interface Examination {
  readonly findings: readonly Finding[];
  /** True when something is stored and the ring opens it; false when nothing is stored yet. */
  readonly opened: boolean;
}

async function opens(where: Examined): Promise<readonly Finding[]> {
  const state = await openState({ ...where, works: false });
  try {
    return await state.health();
  } finally {
    await state.close();
  }
}

async function examineRedis(url: string, where: Examined): Promise<Examination> {
  const client = await connectRedis(readRedisUrl(url), 'patient', () => undefined);
  try {
    const findings = await redisHealth(client);
    const stored = (await client.exists(redisKeys.meta)) === 1;
    if (stored) await opens(where);
    return { findings, opened: stored };
  } finally {
    client.disconnect();
  }
}

/**
 * Looks at storage without leaving anything behind: nothing is written, and a data file or a Redis in
 * which nothing is stored yet stays as it is.
 * @throws StateError saying what to do: an unusable key ring, storage that cannot be reached or opened,
 *   a ring that does not open what is stored (`key-wrong`)
 */
export async function examineState(where: Examined): Promise<Examination> {
  parseKeyRing(where.keys);
  const { redisUrl = '', path } = where;
  if (redisUrl !== '') return examineRedis(redisUrl, where);
  if (path === MEMORY || !existsSync(path)) return { findings: [], opened: false };
  return { findings: await opens(where), opened: true };
}
