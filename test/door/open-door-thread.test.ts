import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildStages, type Engine } from '../../src/build-stages.ts';
import { type DoorThread, openDoorThread } from '../../src/door/open-door-thread.ts';
import { receive } from '../../src/pipeline/receive.ts';

const TEXTS = [
  'Anna Example went quiet when I said that I would be away in May. I felt bored.',
  'He said that he has put the pills aside to kill himself tonight.',
  'ok',
  'Sie schweigt seit Wochen und ich weiß nicht weiter.',
  `${'My client, Peter, called me at 030 1234567 and shouted that I never listen. '.repeat(500)}`,
];
const SOON = { timeout: 15_000, interval: 20 };
const arrival = { id: 't', author: 'U01', ts: '1.2', at: 1 };
const context = { earlier: ['Anna came late.'], known: ['Ben Example'], missed: [], kept: [] };

let engine: Engine;
let thread: DoorThread;
let ended = 0;

beforeAll(() => {
  engine = buildStages();
});
afterEach(() => thread.close());

async function open(script?: URL): Promise<void> {
  ended = 0;
  const { safety, context: rules, lists, wordings, languages } = engine.knowledge;
  const knowledge = { safety, context: rules, lists, wordings, languages };
  const { screenVersion } = engine.stages;
  const onEnd = () => {
    ended += 1;
  };
  thread = openDoorThread({ knowledge, screenVersion }, onEnd, script);
  expect(thread.room()).toBe(0);
  await vi.waitFor(() => expect(thread.room()).toBeGreaterThan(0), SOON);
}

/** Asked until it answers: a busy machine may take longer than a message waits. */
async function answerOf(question: Parameters<DoorThread['ask']>[0]): Promise<unknown> {
  for (let tries = 0; tries < 50; tries += 1) {
    const answered = await thread.ask(question);
    if (answered !== null) return answered.result;
    await sleep(50);
  }
  return 'never';
}

describe('a worker thread of the door', () => {
  it('screens and de-identifies every text as this thread does, long ones many times', async () => {
    await open();
    for (const text of [...TEXTS, ...TEXTS, ...TEXTS]) {
      const safety = engine.stages.screen(text);
      expect(await answerOf({ screen: text })).toEqual(safety);
      const given = { ...arrival, raw: text, safety, context };
      expect(await answerOf({ receive: given })).toEqual(receive(engine.stages, given));
    }
    expect(ended).toBe(0);
  }, 60_000);

  it('is not waited for when it does not answer', async () => {
    await open(new URL('threads/silent.ts', import.meta.url));
    const began = performance.now();
    expect(await thread.ask({ screen: 'x' })).toBeNull();
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('answers everybody at once when it ends, and takes nothing more', async () => {
    await open(new URL('threads/dying.ts', import.meta.url));
    const asked = await Promise.all([thread.ask({ screen: 'x' }), thread.ask({ screen: 'y' })]);
    expect(asked).toEqual([null, null]);
    await vi.waitFor(() => expect(ended).toBe(1), SOON);
    expect(thread.room()).toBe(0);
  });
});
