import { Queue } from 'bullmq';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QUEUE_NAME, QUEUE_PREFIX } from '../../src/state/redis/redis-keys.ts';
import { hasRedis, startRedis } from '../state/redis-server.ts';
import { startApp } from '../support/start-app.ts';
import { PLANTED } from './mutate.ts';

const CASE =
  'I was late again and my client said fine. No thoughts of self-harm, I asked last week.';

describe.runIf(hasRedis)('jobs of the queue, whatever stands in them', () => {
  it('do nothing, stop no worker and say none of their words', async () => {
    const server = await startRedis();
    const running = await startApp({ redisUrl: server.url });
    const connection = { host: '127.0.0.1', port: server.port };
    const queue = new Queue<unknown>(QUEUE_NAME, { connection, prefix: QUEUE_PREFIX });
    const thread = fc.oneof(
      fc.string(),
      fc.json().map((text): unknown => JSON.parse(text)),
      fc.constantFrom<unknown>(PLANTED, '}', 'a}:case', '', null, 7, {}, 'x'.repeat(10_000)),
    );
    const data = fc.oneof(thread, fc.record({ thread }));
    const jobs = fc.sample(fc.tuple(fc.constantFrom('drain', 'later', PLANTED), data), 150);
    await queue.addBulk(
      jobs.map(([name, given]) => ({ name, data: given, opts: { removeOnFail: true } })),
    );
    await running.slack.mention(CASE);
    const left = async () => {
      const counts = await queue.getJobCounts('waiting', 'active');
      return (counts.waiting ?? 0) + (counts.active ?? 0);
    };
    await expect.poll(left, { timeout: 20_000 }).toBe(0);
    await expect.poll(() => running.slack.shown().length, { timeout: 20_000 }).toBe(1);
    expect(running.log.join('\n')).not.toContain(PLANTED);
    await queue.close();
    await running.stop();
    await server.stop();
  }, 60_000);
});
