import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { redisHome } from '../homes.ts';
import { hasRedis, type RedisServer } from '../redis-server.ts';
import { driverContract } from './driver-contract.ts';

/**
 * Holds the driver for Redis to the contract.
 *
 * @param open starts servers, adds them to the list and gives the address they are reached at
 */
export function contractOnRedis(
  name: string,
  open: (servers: RedisServer[]) => Promise<string>,
): void {
  vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

  describe(`${name} driver`, () => {
    if (!hasRedis) {
      it('needs redis-server, which this machine lacks: install it to run these tests', () => {
        expect(process.env.CI ?? 'not in CI').not.toBe('true');
      });
      return;
    }
    const servers: RedisServer[] = [];
    let url = '';
    beforeAll(async () => {
      url = await open(servers);
    }, 30_000);
    afterAll(async () => {
      for (const server of servers) await server.stop();
    });
    driverContract(redisHome(servers, () => url));
  });
}
