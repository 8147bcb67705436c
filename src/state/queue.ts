import type { ThreadKey } from '../pipeline/message.ts';
import type { TurnQueue } from '../pipeline/ports.ts';
import { attempt, type Verdict } from './attempt.ts';
import type { Desk } from './desk.ts';
import type { Engine } from './engine.ts';
import { keptKey } from './restore.ts';
import { recordName } from './shelf.ts';
import { faultCode } from './state-error.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Attempts on one turn before it is given up: pauses of 0.5 to 8 s, some 10 s in all. */
const ATTEMPTS = 6;

/** Turns a thread's opaque name back into its key; null when nothing is kept of it any more. */
function keyReader({ shelf, sealer }: Desk) {
  return async (thread: string): Promise<ThreadKey | null> => {
    const record = await shelf.threadKey(thread);
    if (record === null) return null;
    return keptKey.restore(sealer.open(recordName.threadKey(thread), record).text);
  };
}

/**
 * The queue over any engine: engines see opaque names only, `drain` gets the key. A key that cannot be
 * read ends the thread's work with a fault code, since there is nobody to tell.
 */
export function createQueue(desk: Desk, engine: Engine, attempts = ATTEMPTS): TurnQueue {
  const { shelf, sealer, names, now, onFault } = desk;
  const keyOf = keyReader(desk);
  return {
    async wake(key, delayMs = 0) {
      const thread = names.thread(key);
      const at = now();
      await shelf.know({
        thread,
        key: sealer.seal(recordName.threadKey(thread), 0, keptKey.write(key)),
        until: at + delayMs + DAY_MS,
        indexes: [names.keptIndex(key.team)],
        now: at,
      });
      await engine.wake(thread, delayMs);
    },
    work(drain, gaveUp) {
      engine.work(async (thread, tries, signal): Promise<Verdict> => {
        const key = await keyOf(thread).catch((error: unknown) => faultCode(error));
        if (key === null) return { kind: 'done' };
        if (typeof key === 'string') {
          onFault(key);
          return { kind: 'gave-up', code: key };
        }
        return attempt({
          tries,
          attempts,
          drain: () => drain(key, signal),
          giveUp: (code) => gaveUp(key, { code }),
        });
      });
    },
    close: (withinMs) => engine.close(withinMs),
  };
}
