import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Answered, Question } from '../../src/door/door-messages.ts';
import type { DoorReader } from '../../src/door/door-reader.ts';
import type { DoorThread } from '../../src/door/open-door-thread.ts';
import { readBeside } from '../../src/door/read-beside.ts';
import type { SafetyScreen } from '../../src/pipeline/outcome.ts';

const seen = (status: SafetyScreen['status']): SafetyScreen => ({
  ...{ status, labels: [], responses: [] },
});
const answered: Answered = { nth: 1, result: seen('open'), lengths: [['screen', 0.5]] };

/** A thread that answers as it is told. */
class FakeThread implements DoorThread {
  free = 1;
  answer: Answered | null = answered;
  closed = false;
  readonly asked: Question[] = [];
  readonly end: () => void;

  constructor(end: () => void) {
    this.end = end;
  }

  room = () => this.free;
  ask = async (question: Question) => {
    this.asked.push(question);
    return this.answer;
  };
  close = async () => {
    this.closed = true;
  };
}

let threads: FakeThread[];
let lengths: unknown[];
let ends: number;
let reader: DoorReader;

const here: DoorReader = {
  screen: async () => seen('clear'),
  receive: async () => ({ kind: 'refused', why: 'leak', urgent: null }),
  start: () => undefined,
  close: async () => undefined,
};

beforeEach(() => {
  vi.useFakeTimers();
  threads = [];
  lengths = [];
  ends = 0;
  reader = readBeside({
    ...{ count: 2, here },
    open: (end) => {
      const thread = new FakeThread(end);
      threads.push(thread);
      return thread;
    },
    observe: (...given) => lengths.push(given),
    onEnd: () => {
      ends += 1;
    },
  });
});
afterEach(() => vi.useRealTimers());

it('reads here before it is started', async () => {
  expect(await reader.screen('x')).toEqual(seen('clear'));
  expect(threads).toEqual([]);
});

it('asks the thread with most room and tells how long its stages took', async () => {
  reader.start();
  for (const [place, thread] of threads.entries()) thread.free = 2 + place;
  expect(await reader.screen('x')).toEqual(seen('open'));
  expect(threads.map(({ asked }) => asked)).toEqual([[], [{ screen: 'x' }]]);
  expect(lengths).toEqual([['screen', 0.5]]);
});

it.each([
  ['has enough to do', { free: 0 }],
  ['does not answer', { answer: null }],
  ['failed', { answer: { nth: 1, result: null, lengths: [] } }],
])('reads here what a thread does not that %s', async (_what, over) => {
  reader.start();
  for (const thread of threads) Object.assign(thread, over);
  expect(await reader.screen('x')).toEqual(seen('clear'));
  const arrival = { id: '', author: '', ts: '', at: 0, raw: 'x', context: {} };
  expect(await reader.receive(arrival)).toMatchObject({ why: 'leak' });
});

it('starts another thread a second after one has ended, and tells that it ended', async () => {
  reader.start();
  threads[0]?.end();
  expect(ends).toBe(1);
  await vi.advanceTimersByTimeAsync(900);
  expect(threads).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(200);
  expect(threads).toHaveLength(3);
});

it('starts none any more once it is closed', async () => {
  reader.start();
  await reader.close();
  for (const thread of [...threads]) thread.end();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(threads.map(({ closed }) => closed)).toEqual([true, true]);
  expect(ends).toBe(0);
});
