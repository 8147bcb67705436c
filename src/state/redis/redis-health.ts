import { type Finding, fail, ok, warn } from '../health.ts';
import type { RedisClient } from './connect.ts';
import { guarded } from './redis-fault.ts';
import { masters } from './redis-walk.ts';

type Info = ReadonlyMap<string, string>;

const OLDEST = [6, 2];

function readInfo(text: string): Info {
  const lines = text.split('\r\n').filter((line) => line.includes(':'));
  return new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1)];
    }),
  );
}

function checkVersion(info: Info): Finding {
  const version = info.get('redis_version') ?? '';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldMajor = 0, oldMinor = 0] = OLDEST;
  const fits = major > oldMajor || (major === oldMajor && minor >= oldMinor);
  const found = `Redis ${version}.`;
  return fits
    ? ok('redis.version', found)
    : fail('redis.version', found, 'Use Redis 6.2 or newer.');
}

function checkEviction(info: Info): Finding {
  const policy = info.get('maxmemory_policy') ?? '';
  const found = `maxmemory-policy is ${policy === '' ? 'unknown' : policy}.`;
  if (policy === 'noeviction') return ok('redis.eviction', found);
  const cure =
    'Set maxmemory-policy noeviction, or Redis may throw away cases when memory is short.';
  return fail('redis.eviction', found, cure);
}

function checkPersistence(info: Info): Finding[] {
  const cure = 'Set appendonly yes (appendfsync everysec), or a restart of Redis may lose turns.';
  const on = info.get('aof_enabled') === '1';
  const kept = on
    ? ok('redis.aof', 'The append-only file is on.')
    : fail('redis.aof', 'The append-only file is off.', cure);
  const written = info.get('aof_last_write_status') ?? 'ok';
  if (written === 'ok') return [kept];
  return [kept, fail('redis.write', 'The last write to disk failed.', 'Check the disk of Redis.')];
}

function checkMemory(info: Info): Finding {
  const [used, most] = ['used_memory', 'maxmemory'].map((name) => Number(info.get(name) ?? 0));
  const share = most ? (used ?? 0) / most : 0;
  const found = most
    ? `${Math.round(share * 100)} % of maxmemory is used.`
    : 'No maxmemory is set.';
  if (share < 0.8) return ok('redis.memory', found);
  return warn('redis.memory', found, 'Raise maxmemory before Redis refuses new cases.');
}

/**
 * How Redis stands, for `doctor`: version, eviction, persistence and memory of every master. A hosted
 * Redis that hides a figure is reported as unknown.
 * @throws StateError when Redis cannot be asked at all
 */
export async function redisHealth(client: RedisClient): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const node of masters(client)) {
    const info = readInfo(await guarded(node.info()));
    findings.push(
      checkVersion(info),
      checkEviction(info),
      ...checkPersistence(info),
      checkMemory(info),
    );
  }
  return findings;
}
