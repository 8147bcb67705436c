import type { Log } from './log.ts';
import type { ThreadEvent, ThreadKey } from './pipeline/message.ts';
import type { Outcome } from './pipeline/outcome.ts';
import type { CaseStore, Delivery } from './pipeline/ports.ts';
import type { CaseThread } from './pipeline/thread/case-thread.ts';
import { keepFor } from './pipeline/thread/planner/keep-for.ts';
import type { Refine, Refined } from './refine.ts';

/** What refining a turn in its thread needs. */
export interface RefineTurnParts {
  readonly store: CaseStore;
  readonly delivery: Delivery;
  readonly refine: Refine;
  readonly retentionMs: number;
  readonly log: Log;
}

/** A turn whose first reading stands in the thread and is saved. */
export interface FirstRead {
  readonly key: ThreadKey;
  readonly before: CaseThread;
  readonly kase: CaseThread;
  readonly outcome: Outcome;
  readonly events: readonly ThreadEvent[];
}

const LOOK_EVERY_MS = 500;

/** Aborts as soon as something new waits in the thread: a person goes before a model. */
function untilSomethingWaits(store: CaseStore, key: ThreadKey) {
  const stop = new AbortController();
  const timer = setInterval(() => {
    store.waiting(key).then(
      (events) => events.length > 0 && stop.abort(),
      () => undefined,
    );
  }, LOOK_EVERY_MS);
  return { signal: stop.signal, done: () => clearInterval(timer) };
}

/**
 * Refines a first reading in place: the same message is updated once and the refined case saved. When
 * the model fails, the first reading stays and says so in one quiet line.
 */
export function createRefineTurn(parts: RefineTurnParts) {
  const { store, delivery, refine, retentionMs, log } = parts;

  async function failed({ key, kase, outcome }: FirstRead, code: string, line: string) {
    log.warn('model.failed', { case: kase.id, code });
    if (code === 'cancelled' || outcome.kind !== 'reading') return;
    await delivery.deliver(key, kase, { ...outcome, note: line });
  }

  async function show({ key, kase }: FirstRead, refined: Extract<Refined, { ok: true }>) {
    if ((await store.load(key)) === null) return;
    await delivery.deliver(key, refined.kase, refined.outcome);
    const keptMs = keepFor(refined.kase, retentionMs, refined.kase.lastAt);
    await store.commit(key, refined.kase, [], keptMs);
    for (const what of refined.audit) {
      const at = kase.lastAt;
      await store.record({ at, team: key.team, who: 'system', what, about: kase.id });
    }
    log.info('model.refined', { case: kase.id, kind: refined.outcome.kind });
  }

  return async (turn: FirstRead, outer: AbortSignal): Promise<void> => {
    const { key, before, kase, outcome, events } = turn;
    if (outcome.kind !== 'reading' && outcome.kind !== 'safety') return;
    const watch = untilSomethingWaits(store, key);
    const signal = AbortSignal.any([outer, watch.signal]);
    const first = outcome.assessment;
    const told = (outcome.kind === 'reading' && outcome.told) || [];
    const refined = await refine({ before, kase, first, events, told }, signal).finally(watch.done);
    return refined.ok ? show(turn, refined) : failed(turn, refined.code, refined.line);
  };
}
