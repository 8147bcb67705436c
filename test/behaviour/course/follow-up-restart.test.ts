import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../../demo/cases.ts';
import { newKey } from '../../../src/state/new-key.ts';
import { hasRedis, type RedisServer, startRedis } from '../../state/redis-server.ts';
import { Course, DAY, START } from '../../support/course.ts';
import { FakeSlack } from '../../support/fake-slack.ts';

/** Plans a question, stops, and looks twice more in new processes on the same state. */
async function acrossRestarts(shared: { path?: string; redisUrl?: string }): Promise<number[]> {
  const slack = new FakeSlack();
  const kept = { ...shared, keys: newKey(new Date(0)), slack };
  const first = new Course();
  await first.start(kept);
  await first.bring(EXAMPLES.withdrawal);
  await first.choose('next-session', 'days');
  await first.bot.stop();
  const counts: number[] = [];
  for (const days of [6, 8]) {
    const again = new Course();
    again.now = START + days * DAY;
    await again.start(kept);
    await again.later(0);
    counts.push(again.questions());
    await again.bot.stop();
  }
  return counts;
}

describe('a planned question', () => {
  it('comes through restarts on a local file, once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'course-'));
    expect(await acrossRestarts({ path: join(folder, 'state.sqlite') })).toEqual([1, 1]);
    rmSync(folder, { recursive: true });
  });
});

describe.runIf(hasRedis)('a planned question in Redis', () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.stop());

  it('comes through restarts, once', async () => {
    expect(await acrossRestarts({ redisUrl: server.url })).toEqual([1, 1]);
  });
});
