import { Worker } from 'node:worker_threads';
import { type Answered, type Asked, type DoorData, type Question, READY } from './door-messages.ts';

/** One worker thread of the door. */
export interface DoorThread {
  /** How many more questions it takes now; 0 while it starts and once it is gone. */
  room(): number;
  /** Null when it is not answered in time, or at all. */
  ask(question: Question): Promise<Answered | null>;
  close(): Promise<void>;
}

const SCRIPT = new URL('door-thread.ts', import.meta.url);
/** More is read where it was received, so that both threads have enough to do. */
const MOST_WAITING = 12;
const WITHIN_MS = 100;

type Settle = (answered: Answered | null) => void;

/** Starts one. @param onEnd told when it ends, for whatever reason */
export function openDoorThread(
  data: DoorData,
  onEnd: () => void,
  script: URL = SCRIPT,
): DoorThread {
  const waiting = new Map<number, Settle>();
  const worker = new Worker(script, { workerData: data, env: {}, name: 'door' });
  let ready = false;
  let nth = 0;
  worker.unref();
  worker.on('message', (said: Answered | typeof READY) => {
    if (said === READY) ready = true;
    else waiting.get(said.nth)?.(said);
  });
  // What it is about may quote a message; that it ended is told below.
  worker.on('error', () => undefined);
  worker.on('exit', () => {
    ready = false;
    for (const settle of [...waiting.values()]) settle(null);
    onEnd();
  });
  return {
    room: () => (ready ? MOST_WAITING - waiting.size : 0),
    ask: (question) =>
      new Promise((resolve) => {
        nth += 1;
        const own = nth;
        const late = setTimeout(() => settle(null), WITHIN_MS);
        const settle: Settle = (answered) => {
          clearTimeout(late);
          waiting.delete(own);
          resolve(answered);
        };
        waiting.set(own, settle);
        worker.postMessage({ ...question, nth: own } satisfies Asked);
      }),
    close: async () => void (await worker.terminate()),
  };
}
