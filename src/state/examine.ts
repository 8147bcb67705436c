import type { Finding } from './health.ts';
import { parseKeyRing } from './key-ring.ts';
import { lookInto, type Where } from './look-into.ts';
import { connectRedis } from './redis/connect.ts';
import { redisHealth } from './redis/redis-health.ts';
import { readRedisUrl } from './redis/redis-url.ts';

/** How storage stands, and whether the key ring was held against what is stored there. */
export interface Examination {
  readonly findings: readonly Finding[];
  /** True when something is stored and the ring opens it; false when nothing is stored yet. */
  readonly opened: boolean;
}

async function examineRedis(url: string, where: Where): Promise<Examination> {
  const client = await connectRedis(readRedisUrl(url), 'patient', () => undefined);
  try {
    const findings = await redisHealth(client);
    return { findings, opened: (await lookInto(where, async () => true)) ?? false };
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
export async function examineState(where: Where): Promise<Examination> {
  parseKeyRing(where.keys);
  const { redisUrl = '' } = where;
  if (redisUrl !== '') return examineRedis(redisUrl, where);
  const findings = await lookInto(where, (state) => state.health());
  return { findings: findings ?? [], opened: findings !== null };
}
