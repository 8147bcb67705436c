import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { alarmsContract } from './contract/alarms-contract.ts';
import { privacyContract } from './contract/privacy-contract.ts';
import { queueContract } from './contract/queue-contract.ts';
import { recordsContract } from './contract/records-contract.ts';
import { storeContract } from './contract/store-contract.ts';
import { type Home, localHome, redisHome } from './homes.ts';
import { hasRedis, joinCluster, type RedisServer, startRedis } from './redis-server.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const servers: RedisServer[] = [];
let url = '';

async function startOne(): Promise<void> {
  servers.push(await startRedis());
  url = servers[0]?.url ?? '';
}

async function startCluster(): Promise<void> {
  const nodes = Array.from({ length: 3 }, () => startRedis(['--cluster-enabled', 'yes']));
  servers.push(...(await Promise.all(nodes)));
  url = await joinCluster(servers);
}

const onRedis: () => Promise<Home> = () => redisHome(servers, () => url)();

const DRIVERS = [
  { name: 'local', needsRedis: false, before: async () => {}, start: localHome },
  { name: 'redis', needsRedis: true, before: startOne, start: onRedis },
  { name: 'redis cluster', needsRedis: true, before: startCluster, start: onRedis },
];

describe.each(DRIVERS)('$name driver', ({ needsRedis, before, start }) => {
  if (needsRedis && !hasRedis) {
    it('needs redis-server, which this machine lacks: install it to run these tests', () => {
      expect(process.env.CI ?? 'not in CI').not.toBe('true');
    });
    return;
  }
  beforeAll(before, 30_000);
  afterAll(async () => {
    for (const server of servers.splice(0)) await server.stop();
  });
  describe('store', () => storeContract(start));
  describe('queue', () => queueContract(start));
  describe('privacy', () => privacyContract(start));
  describe('records', () => recordsContract(start));
  describe('alarms', () => alarmsContract(start));
});
