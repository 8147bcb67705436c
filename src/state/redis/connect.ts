import { readFileSync } from 'node:fs';
import { Cluster, Redis, type RedisOptions } from 'ioredis';
import { StateError } from '../state-error.ts';
import { gatherWrites } from './gather-writes.ts';
import { redisFault } from './redis-fault.ts';
import type { RedisTarget } from './redis-url.ts';

/** One Redis, one master behind sentinels, or a Cluster. */
export type RedisClient = Redis | Cluster;

/**
 * `fast` answers or fails within a second, for what Slack waits for. `patient` waits ten seconds for
 * Redis to come back, for work that is under way. `worker` waits for ever, as the queue's worker needs.
 */
export type Patience = 'fast' | 'patient' | 'worker';

const OPEN_MS = 5000;

const PATIENCE: Record<Patience, Omit<RedisOptions, 'replyMapping'>> = {
  fast: {
    enableOfflineQueue: false,
    commandTimeout: 1000,
    maxRetriesPerRequest: 1,
    autoResendUnfulfilledCommands: false,
  },
  patient: { commandTimeout: 10_000, maxRetriesPerRequest: null },
  worker: { maxRetriesPerRequest: null },
};

const retry = (times: number) => Math.min(50 * 2 ** Math.min(times, 5), 1000);

/** Options with the reply format that this folder is written for. */
type Settings = Omit<RedisOptions, 'replyMapping'> & { replyMapping: 'legacy' };

/** TLS as Node checks it: the certificate must be valid for the host. */
function trust({ tls, ca }: RedisTarget): { tls?: { ca?: string } } {
  if (!tls) return {};
  if (ca === undefined) return { tls: {} };
  try {
    return { tls: { ca: readFileSync(ca, 'utf8') } };
  } catch {
    throw new StateError('redis-url');
  }
}

function common(target: RedisTarget, patience: Patience): Settings {
  const { username, password } = target;
  return {
    replyMapping: 'legacy',
    ...PATIENCE[patience],
    lazyConnect: patience !== 'worker',
    connectTimeout: OPEN_MS,
    retryStrategy: retry,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...trust(target),
  };
}

function toCluster(target: RedisTarget, patience: Patience): Cluster {
  const { enableOfflineQueue = true, retryStrategy: _, ...redisOptions } = common(target, patience);
  return new Cluster([...target.nodes], {
    enableOfflineQueue,
    lazyConnect: patience !== 'worker',
    redisOptions,
    clusterRetryStrategy: retry,
    maxRedirections: patience === 'fast' ? 4 : 16,
    slotsRefreshTimeout: 2000,
    ...(target.tls ? { dnsLookup: (host, found) => found(null, host) } : {}),
  });
}

function toSingle(target: RedisTarget, patience: Patience): Redis {
  const options = { ...common(target, patience), db: target.db };
  const [node] = target.nodes;
  if (target.kind !== 'sentinel') return new Redis({ ...node, ...options });
  const { sentinelPassword, tls } = target;
  return new Redis({
    ...options,
    sentinels: [...target.nodes],
    name: target.master,
    sentinelRetryStrategy: retry,
    ...(sentinelPassword === undefined ? {} : { sentinelPassword }),
    ...(tls ? { enableTLSForSentinelMode: true, sentinelTLS: options.tls ?? {} } : {}),
  });
}

/** Resolves when the client is ready, or throws what kept it from that. */
async function ready(client: RedisClient): Promise<void> {
  let last: unknown;
  const note = (error: unknown) => {
    last = error;
  };
  client.on('error', note);
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(last ?? new Error('ECONNREFUSED')), OPEN_MS);
  try {
    await Promise.race([client.connect(), late.promise]);
    await Promise.race([client.ping(), late.promise]);
  } catch (error) {
    client.disconnect();
    throw redisFault(last ?? error);
  } finally {
    clearTimeout(timer);
    client.off('error', note);
  }
}

/** A client that connects by itself, sooner or later; `onError` hears of every fault. */
export function createRedisClient(
  target: RedisTarget,
  patience: Patience,
  onError: (error: unknown) => void,
): RedisClient {
  const client =
    target.kind === 'cluster' ? toCluster(target, patience) : toSingle(target, patience);
  client.on('error', onError);
  if (client instanceof Redis && patience !== 'worker') {
    client.on('connect', () => gatherWrites(client.stream));
  }
  return client;
}

/**
 * A client that is connected; `onError` hears of every fault.
 * @throws StateError `redis-away`, `redis-refused`, `redis-slow` or `redis-failed`, within five seconds
 */
export async function connectRedis(
  target: RedisTarget,
  patience: Exclude<Patience, 'worker'>,
  onError: (error: unknown) => void,
): Promise<RedisClient> {
  const client = createRedisClient(target, patience, onError);
  await ready(client);
  return client;
}
