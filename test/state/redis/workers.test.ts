import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ThreadKey } from '../../../src/pipeline/message.ts';
import { openState, type State } from '../../../src/state/open-state.ts';
import { threadKey, turn } from '../examples.ts';
import { keyLine } from '../homes.ts';
import { hasRedis, type RedisServer, startRedis } from '../redis-server.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const KEYS = keyLine('test');
const SOON = { timeout: 10_000, interval: 20 };
/** Lock (6 s) and one check (2 s), with some air. */
const RELIEF = { timeout: 14_000, interval: 50 };

interface Worker {
  readonly child: ChildProcess;
  readonly said: Word[];
}

interface Word {
  readonly word: string;
  readonly thread: string;
  readonly taken: readonly string[];
  readonly at: number;
}

function readWord(line: string): Word {
  const [word = '', thread = '', taken = '', at] = line.split(' ');
  return { word, thread, taken: taken.split(','), at: Number(at) };
}

describe.runIf(hasRedis)('several workers', () => {
  let server: RedisServer;
  let state: State;
  const workers: Worker[] = [];
  beforeAll(async () => {
    server = await startRedis();
    state = await openState({ redisUrl: server.url, keys: KEYS });
  });
  afterEach(async () => {
    for (const { child } of workers.splice(0)) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  });
  afterAll(async () => {
    await state.close();
    await server.stop();
  });

  const hire = async (holdMs: number): Promise<Worker> => {
    const script = new URL('worker-process.ts', import.meta.url).pathname;
    const child = spawn(process.execPath, [script, server.url, KEYS, `${holdMs}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const worker: Worker = { child, said: [] };
    workers.push(worker);
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      for (const line of text.trim().split('\n')) worker.said.push(readWord(line));
    });
    await vi.waitFor(() => expect(worker.said).toHaveLength(1), SOON);
    return worker;
  };
  const post = async (key: ThreadKey, id: string) => {
    await state.store.append(key, turn({ id }));
    await state.queue.wake(key);
  };
  const heard = (word: string) =>
    workers.flatMap(({ said }) => said.filter((each) => each.word === word));

  it('answer one thread in order and two threads side by side', async () => {
    await hire(60);
    await hire(60);
    const [one, two] = [threadKey(), threadKey()];
    const ids = Array.from({ length: 6 }, (_, place) => `turn${place}`);
    for (const id of ids) {
      await Promise.all([post(one, `a-${id}`), post(two, `b-${id}`)]);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    await vi.waitFor(() => {
      expect(heard('end').flatMap(({ taken }) => taken)).toHaveLength(12);
    }, SOON);
    const words = [...heard('begin'), ...heard('end')].sort((a, b) => a.at - b.at);
    for (const [key, name] of [
      [one, 'a'],
      [two, 'b'],
    ] as const) {
      const own = words.filter(({ thread }) => thread === key.thread);
      expect(own.map(({ word }) => word)).toEqual(own.flatMap((_, i) => (i % 2 ? 'end' : 'begin')));
      const taken = own.filter(({ word }) => word === 'end').flatMap((end) => end.taken);
      expect(taken).toEqual(ids.map((id) => `${name}-${id}`));
    }
    const first = (thread: string) => words.findIndex((word) => word.thread === thread);
    expect(Math.max(first(one.thread), first(two.thread))).toBeLessThan(3);
  });
  it('take over within seconds when one is killed in the middle of a turn', async () => {
    const doomed = await hire(60_000);
    const key = threadKey();
    await post(key, 'a');
    await vi.waitFor(() => expect(heard('begin')).toHaveLength(1), SOON);
    await hire(0);
    doomed.child.kill('SIGKILL');
    const killed = performance.now();
    await vi.waitFor(
      () => expect(heard('end')).toMatchObject([{ thread: key.thread, taken: ['a'] }]),
      RELIEF,
    );
    expect(performance.now() - killed).toBeLessThan(12_000);
  }, 30_000);
  it('finish their turn when told to stop', async () => {
    const leaving = await hire(1500);
    const key = threadKey();
    await post(key, 'a');
    await vi.waitFor(() => expect(heard('begin')).toHaveLength(1), SOON);
    leaving.child.kill('SIGTERM');
    await once(leaving.child, 'exit');
    expect(leaving.child.exitCode).toBe(0);
    expect(heard('end')).toMatchObject([{ thread: key.thread, taken: ['a'] }]);
  });
});
