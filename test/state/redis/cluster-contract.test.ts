import { contractOnRedis } from '../contract/contract-on-redis.ts';
import { joinCluster, startRedis } from '../redis-server.ts';

contractOnRedis('redis cluster', async (servers) => {
  const nodes = Array.from({ length: 3 }, () => startRedis(['--cluster-enabled', 'yes']));
  servers.push(...(await Promise.all(nodes)));
  return joinCluster(servers);
});
