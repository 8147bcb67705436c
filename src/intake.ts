import type { Act, Edit, ThreadEvent, ThreadKey, Turn } from './pipeline/message.ts';
import { writerOf } from './pipeline/message.ts';
import type { CaseStore, TurnQueue } from './pipeline/ports.ts';
import { receive } from './pipeline/receive.ts';
import type { Stages } from './pipeline/stages.ts';
import type { Intake, RawMessage, Retried, Taken } from './slack/take.ts';
import { forget } from './state/forget.ts';

/** What taking messages over needs. */
export interface IntakeParts {
  readonly store: CaseStore;
  readonly queue: TurnQueue;
  readonly stages: Stages;
  readonly retentionMs: number;
  readonly now: () => Date;
}

/** The event a message is stored as: an edit waits for its author, a new message does not. */
const eventOf = (turn: Turn, edit: boolean): Turn | Edit =>
  edit ? { ...turn, kind: 'edit' } : turn;

/**
 * The store-side of the door: a message is de-identified in memory, stored and its thread woken. The
 * store ignores an id it has seen, so a redelivery finishes what a crash left half done and is then
 * reported as a duplicate; nothing that fails half-way is lost.
 */
export function createIntake(parts: IntakeParts): Intake {
  const { store, queue, stages, retentionMs } = parts;

  /** True when the event is new; the thread is woken in any case. */
  async function enqueue(key: ThreadKey, event: ThreadEvent): Promise<boolean> {
    const isNew = await store.append(key, event, retentionMs);
    await queue.wake(key);
    return isNew;
  }

  async function take(raw: RawMessage): Promise<Taken> {
    const { turn: id, author, ts, at, text, safety } = raw;
    const received = receive(stages, { id, author, ts, at, raw: text, safety, context: {} });
    if (received.kind === 'refused') return { kind: 'refused', why: received.why };
    const isNew = await enqueue(raw.key, eventOf(received.turn, raw.edit));
    if (!isNew) return { kind: 'duplicate' };
    return { kind: 'queued', removed: received.turn.removed, doubts: received.doubts };
  }

  async function retry(key: ThreadKey, by: string): Promise<Retried> {
    const waiting = await store.waiting(key);
    if (waiting.length === 0) return 'nothing-waits';
    if (!waiting.some((event) => writerOf(event) === by)) return 'not-author';
    await queue.wake(key);
    return 'woken';
  }

  return {
    screen: stages.screen,
    ...{ take, retry },
    press: async (key: ThreadKey, act: Act) => {
      await enqueue(key, act);
    },
    retract: async (key, retraction) => {
      await enqueue(key, retraction);
    },
    hasCase: async (key) =>
      (await store.load(key)) !== null || (await store.waiting(key)).length > 0,
    load: (key) => store.load(key),
    forget: async (key, by) => {
      const kase = await store.load(key);
      const removed = await store.remove(key);
      const at = parts.now().getTime();
      const about = kase?.id ?? 'unknown';
      if (removed) await store.record({ at, team: key.team, who: by, what: 'case.deleted', about });
      return removed;
    },
    purge: async (team) => {
      const now = () => parts.now().getTime();
      return (await forget(store, { team }, { retentionMs, now })).threads;
    },
    claim: (id, ttlMs) => store.claim(id, ttlMs),
    release: (id) => store.release(id),
  };
}
