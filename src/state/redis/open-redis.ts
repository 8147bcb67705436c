import type { Desk } from '../desk.ts';
import type { Driver } from '../driver.ts';
import { connectRedis, createRedisClient } from './connect.ts';
import { createRedisEngine } from './redis-engine.ts';
import { redisFault } from './redis-fault.ts';
import { redisHealth } from './redis-health.ts';
import { createRedisShelf } from './redis-shelf.ts';
import { readRedisUrl } from './redis-url.ts';

/** What opening Redis takes. */
export interface RedisOptions extends Pick<Desk, 'now' | 'onFault'> {
  readonly url: string;
  readonly concurrency: number;
}

/**
 * Opens the `redis` driver: one Redis, a master behind sentinels or a Cluster; any number of processes.
 * @throws StateError `redis-url`, `redis-away`, `redis-refused` or `redis-slow`, within seconds
 */
export async function openRedis({ url, concurrency, now, onFault }: RedisOptions): Promise<Driver> {
  const target = readRedisUrl(url);
  const onError = (error: unknown) => onFault(redisFault(error).code);
  const patient = await connectRedis(target, 'patient', onError);
  const fast = await connectRedis(target, 'fast', onError);
  const connectWorker = () => createRedisClient(target, 'worker', onError);
  return {
    shelf: createRedisShelf({ fast, patient, now }),
    engine: createRedisEngine({ fast, patient, connectWorker, now, concurrency, onFault }),
    health: () => redisHealth(patient),
    needsSweep: false,
  };
}
