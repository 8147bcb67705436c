import type { Observe } from '../operate/stage.ts';
import type { SafetyScreen } from '../pipeline/outcome.ts';
import type { Received } from '../pipeline/receive.ts';
import type { Question } from './door-messages.ts';
import type { DoorReader } from './door-reader.ts';
import type { DoorThread } from './open-door-thread.ts';

/** What reading in worker threads needs. */
interface BesideParts {
  /** How many threads. */
  readonly count: number;
  /** Starts a thread; the function given is told when it ends. */
  readonly open: (onEnd: () => void) => DoorThread;
  /** Reads what no thread reads. */
  readonly here: DoorReader;
  readonly observe: Observe;
  /** Told when a thread ended by itself. */
  readonly onEnd: () => void;
}

const AGAIN_MS = 1_000;

/**
 * Reads raw text in worker threads beside this one. What a thread does not answer at once, because it
 * starts, ended, is slow or has enough to do, is read here, so that nothing waits for a thread.
 */
export function readBeside({ count, open, here, observe, onEnd }: BesideParts): DoorReader {
  const threads: DoorThread[] = [];
  let closing = false;

  function openAt(place: number): void {
    if (closing) return;
    threads[place] = open(() => {
      if (closing) return;
      onEnd();
      setTimeout(() => openAt(place), AGAIN_MS).unref();
    });
  }

  async function ask<Result extends SafetyScreen | Received>(
    question: Question,
    readOwn: () => Promise<Result>,
  ): Promise<Result> {
    const [idlest] = threads.toSorted((a, b) => b.room() - a.room());
    const answered = idlest && idlest.room() > 0 ? await idlest.ask(question) : null;
    if (answered === null || answered.result === null) return readOwn();
    for (const [stage, ms] of answered.lengths) observe(stage, ms);
    return answered.result as Result;
  }

  return {
    screen: (text) => ask({ screen: text }, () => here.screen(text)),
    receive: (arrival) => ask({ receive: arrival }, () => here.receive(arrival)),
    start: () => {
      for (let place = 0; place < count; place += 1) openAt(place);
    },
    async close() {
      closing = true;
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}
