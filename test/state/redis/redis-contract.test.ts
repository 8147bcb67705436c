import { contractOnRedis } from '../contract/contract-on-redis.ts';
import { startRedis } from '../redis-server.ts';

contractOnRedis('redis', async (servers) => {
  const server = await startRedis();
  servers.push(server);
  return server.url;
});
