import { createCorrections } from './corrections.ts';
import type { DoorReader } from './door/door-reader.ts';
import { createOwnWords } from './own-words.ts';
import type { Act, ThreadEvent, ThreadKey } from './pipeline/message.ts';
import { writerOf } from './pipeline/message.ts';
import type { CaseStore, TurnQueue } from './pipeline/ports.ts';
import type { PreviewPolicy } from './pipeline/preview.ts';
import type { Stages } from './pipeline/stages.ts';
import { isHeld } from './pipeline/thread/held.ts';
import type { Intake, Retried } from './slack/take.ts';
import { forget } from './state/forget.ts';
import { createTake } from './take-message.ts';

/** What taking messages over needs. */
export interface IntakeParts {
  readonly store: CaseStore;
  readonly queue: TurnQueue;
  readonly stages: Stages;
  readonly reader: DoorReader;
  readonly retentionMs: number;
  readonly preview: PreviewPolicy;
  readonly now: () => Date;
}

/** The store-side of everything that comes in through Slack: messages, presses, deletions. */
export function createIntake(parts: IntakeParts): Intake {
  const { store, queue, stages, retentionMs } = parts;
  const corrections = createCorrections(() => parts.now().getTime());

  async function enqueue(key: ThreadKey, event: ThreadEvent): Promise<void> {
    await store.enqueue(key, event, retentionMs);
  }

  async function retry(key: ThreadKey, by: string): Promise<Retried> {
    const waiting = (await store.waiting(key)).filter((event) => !isHeld(event));
    if (waiting.length === 0) return 'nothing-waits';
    if (!waiting.some((event) => writerOf(event) === by)) return 'not-author';
    await queue.wake(key);
    return 'woken';
  }

  return {
    screen: stages.screen,
    screenSoon: parts.reader.screen,
    take: createTake({ ...parts, corrections }),
    own: createOwnWords({ ...parts, corrections }),
    retry,
    press: (key: ThreadKey, act: Act) => enqueue(key, act),
    retract: (key, retraction) => enqueue(key, retraction),
    hasCase: async (key, user) => {
      // In this order: a turn that is answered in between leaves the list and is in the case by then.
      const waiting = await store.waiting(key);
      const own = waiting.some((event) => !isHeld(event) || user === null || event.author === user);
      return own || (await store.load(key)) !== null;
    },
    load: (key) => store.load(key),
    forget: async (key, by) => {
      const kase = await store.load(key);
      const removed = await store.remove(key);
      corrections.forget(key);
      const at = parts.now().getTime();
      const about = kase?.id ?? 'unknown';
      if (removed) await store.record({ at, team: key.team, who: by, what: 'case.deleted', about });
      return removed;
    },
    purge: async (team) => {
      const now = () => parts.now().getTime();
      return (await forget(store, { team }, { retentionMs, now })).threads;
    },
  };
}
