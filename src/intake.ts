import type { Act, ThreadKey } from './pipeline/message.ts';
import type { CaseStore, TurnQueue } from './pipeline/ports.ts';
import { receive } from './pipeline/receive.ts';
import type { Stages } from './pipeline/stages.ts';
import type { Intake, RawMessage, Taken } from './slack/take.ts';

/** What taking messages over needs. */
export interface IntakeParts {
  readonly store: CaseStore;
  readonly queue: TurnQueue;
  readonly stages: Stages;
  readonly now: () => Date;
}

/** Slack gives up redelivering after about an hour; 'delayed events' go on for a day. */
const SEEN_MS = 24 * 60 * 60 * 1000;

/**
 * The store-side of the door: a message is claimed once, de-identified in memory, stored and its
 * thread woken; when storing fails the claim is given back, so that the redelivery is taken.
 */
export function createIntake(parts: IntakeParts): Intake {
  const { store, queue, stages } = parts;

  async function enqueue(key: ThreadKey, event: Parameters<CaseStore['append']>[1]): Promise<void> {
    await store.append(key, event);
    await queue.wake(key);
  }

  async function once<Result>(id: string, run: () => Promise<Result>): Promise<Result | null> {
    if (!(await store.claim(id, SEEN_MS))) return null;
    try {
      return await run();
    } catch (error) {
      await store.release(id).catch(() => undefined);
      throw error;
    }
  }

  async function takeOver(raw: RawMessage): Promise<Taken> {
    const { turn: id, author, ts, at, text, safety } = raw;
    const received = receive(stages, { id, author, ts, at, raw: text, safety, context: {} });
    if (received.kind === 'refused') return { kind: 'refused', why: received.why };
    await enqueue(raw.key, received.turn);
    return { kind: 'queued', removed: received.turn.removed, doubts: received.doubts };
  }

  return {
    screen: stages.screen,
    take: async (raw) =>
      (await once(`turn:${raw.turn}`, () => takeOver(raw))) ?? { kind: 'duplicate' },
    press: async (key: ThreadKey, act: Act) => {
      await once(`act:${act.id}`, () => enqueue(key, act));
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
    claim: (id, ttlMs) => store.claim(id, ttlMs),
    release: (id) => store.release(id),
  };
}
