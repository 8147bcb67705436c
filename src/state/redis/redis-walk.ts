import { Cluster, type Redis } from 'ioredis';
import { type Filed, recordName } from '../shelf.ts';
import type { RedisClient } from './connect.ts';
import { guarded, redisFault } from './redis-fault.ts';
import { ALL_KEYS, readRedisKey, redisKeys } from './redis-keys.ts';
import type { RunScript } from './scripts.ts';

/** A record that can also be deleted where it stands. */
export interface Walked extends Filed {
  drop(): Promise<boolean>;
}

interface Place {
  readonly client: RedisClient;
  readonly run: RunScript;
  readonly now: () => number;
  readonly key: string;
  /** What the key itself names: thread, team or day. */
  readonly name: string;
}

/** Every master: the one there is, or all of a Cluster. */
export const masters = (client: RedisClient): Redis[] =>
  client instanceof Cluster ? client.nodes('master') : [client];

/** Walks all our keys that hold sealed records, on every master, while work goes on. */
export async function* eachKey(client: RedisClient) {
  for (const node of masters(client)) {
    let cursor = '0';
    do {
      const page = node.scan(cursor, 'MATCH', ALL_KEYS, 'COUNT', 500);
      const [next, keys] = await guarded(page);
      cursor = next;
      for (const key of keys) {
        const known = readRedisKey(key);
        if (known !== null) yield { key, ...known };
      }
    } while (cursor !== '0');
  }
}

/** A record in a field of a hash. */
function field({ run, key }: Place, name: string, at: string, record: string) {
  return {
    name,
    record,
    swap: async (next: string) => (await run('swapField', key, at, record, next)) === 1,
  };
}

const never = async () => false;

async function* ofKey({ client, run, key, name: thread }: Place): AsyncIterable<Walked> {
  const record = await client.get(key);
  if (record === null) return;
  const swap = async (next: string) => (await run('swapValue', key, record, next)) === 1;
  yield { name: recordName.threadKey(thread), record, swap, drop: never };
}

async function* ofRecord({ client, run, key, name }: Place): AsyncIterable<Walked> {
  const record = await client.get(key);
  if (record === null) return;
  const swap = async (next: string) => (await run('swapValue', key, record, next)) === 1;
  const drop = async () => (await run('dropRecord', key, record)) === 1;
  yield { name: recordName.record(name), record, swap, drop };
}

async function* ofAlarm({ client, run, key }: Place): AsyncIterable<Walked> {
  for (const [name, value] of Object.entries(await client.hgetall(key))) {
    const [revision = '', record = ''] = value.split(' ');
    const swap = async (next: string) =>
      (await run('swapField', key, name, value, `${revision} ${next}`)) === 1;
    yield { name: recordName.alarm(name), record, swap, drop: never };
  }
}

async function* ofCase(place: Place): AsyncIterable<Walked> {
  const { client, run, key, name: thread } = place;
  const [kase, revision] = await client.hmget(key, 'kase', 'revision');
  if (!kase || !revision) return;
  const drop = async () => (await run('expire', ...redisKeys.threadAll(thread), revision)) === 1;
  yield { ...field(place, recordName.kase(thread), 'kase', kase), drop };
}

async function* ofWaiting(place: Place): AsyncIterable<Walked> {
  const { client, run, now, key, name: thread } = place;
  for (const [id, record] of Object.entries(await client.hgetall(key))) {
    const drop = async () => {
      await run('discard', ...redisKeys.threadAll(thread), now() + 1, now(), id);
      return true;
    };
    yield { ...field(place, recordName.event(thread, id), id, record), drop };
  }
}

async function* ofPeople(place: Place): AsyncIterable<Walked> {
  for (const [at, record] of Object.entries(await place.client.hgetall(place.key))) {
    const person = at === '-' ? '' : at;
    yield { ...field(place, recordName.pseudonym(place.name, person), at, record), drop: never };
  }
}

async function* ofMeta(place: Place): AsyncIterable<Walked> {
  for (const [at, record] of Object.entries(await place.client.hgetall(place.key))) {
    yield { ...field(place, recordName.meta(at), at, record), drop: never };
  }
}

async function* ofAudit({ client, run, key }: Place): AsyncIterable<Walked> {
  for (const member of await client.zrange(key, '0', '-1')) {
    const [place = '', id = '', record = ''] = member.split(' ');
    yield {
      name: recordName.audit(id),
      record,
      swap: async (next) => {
        const changed = await run('swapMember', key, member, `${place} ${id} ${next}`);
        return changed === 1;
      },
      drop: async () => (await client.zrem(key, member)) === 1,
    };
  }
}

const KINDS: Record<string, (place: Place) => AsyncIterable<Walked>> = {
  case: ofCase,
  key: ofKey,
  wait: ofWaiting,
  pseudonyms: ofPeople,
  audit: ofAudit,
  meta: ofMeta,
  record: ofRecord,
  alarm: ofAlarm,
};

/** Every sealed record in Redis. */
export async function* filed(
  client: RedisClient,
  run: RunScript,
  now: () => number,
): AsyncIterable<Walked> {
  for await (const { key, kind, name } of eachKey(client)) {
    const records = KINDS[kind]?.({ client, run, now, key, name });
    if (records === undefined) continue;
    try {
      yield* records;
    } catch (error) {
      throw redisFault(error);
    }
  }
}
