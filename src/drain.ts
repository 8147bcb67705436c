import { randomUUID } from 'node:crypto';
import { auditOf } from './audit-of.ts';
import type { createCircumstances } from './circumstances-of.ts';
import type { Log } from './log.ts';
import { observeTurn } from './operate/observe-turn.ts';
import { observedNow } from './operate/stage.ts';
import type { Telemetry } from './operate/telemetry.ts';
import { consult } from './pipeline/consult.ts';
import type { ThreadEvent, ThreadKey } from './pipeline/message.ts';
import type { Outcome } from './pipeline/outcome.ts';
import type { CaseStore, Delivery } from './pipeline/ports.ts';
import type { Stages } from './pipeline/stages.ts';
import type { CaseThread } from './pipeline/thread/case-thread.ts';
import { ready } from './pipeline/thread/held.ts';
import { openCase } from './pipeline/thread/open-case.ts';
import { keepFor } from './pipeline/thread/planner/keep-for.ts';
import { replyPlace } from './pipeline/thread/reply-place.ts';
import { isEmptied } from './pipeline/thread/retract.ts';
import type { createRefineTurn } from './refine-turn.ts';
import type { TrendRecorder } from './trends/create-trend-recorder.ts';
import { withdraw } from './withdraw.ts';

/** What working on a thread needs. */
export interface DrainParts {
  readonly store: CaseStore;
  readonly delivery: Delivery;
  readonly stages: Stages;
  readonly retentionMs: number;
  readonly circumstances: ReturnType<typeof createCircumstances>;
  readonly log: Log;
  readonly telemetry: Telemetry;
  /** Counts what happened, without names. */
  readonly trends: Pick<TrendRecorder, 'turn'>;
  /** The second half of a turn, when a language model is configured. */
  readonly refineTurn?: ReturnType<typeof createRefineTurn> | undefined;
}

/** A case that nothing is left of is kept no longer than it takes to save it. */
const AT_ONCE_MS = 1;

/** The case of these events, opened if this is its first message; null when there is none to open. */
async function caseOf(parts: DrainParts, key: ThreadKey, events: readonly ThreadEvent[]) {
  const kept = await parts.store.load(key);
  if (kept !== null) return kept;
  const first = events.find((event) => event.kind === 'turn');
  return first === undefined ? null : openCase(key, randomUUID(), first);
}

/** The case with our message for the turn it answers remembered. */
function withReply(kase: CaseThread, outcome: Outcome, ts: string | undefined): CaseThread {
  const turn = replyPlace(kase, outcome)?.id;
  if (ts === undefined || turn === undefined) return kase;
  return { ...kase, replies: [...kase.replies.filter((kept) => kept.turn !== turn), { turn, ts }] };
}

/** What is left of a case whose author deleted every message of theirs. */
const emptied = (kase: CaseThread): CaseThread => ({
  ...{ ...kase, turns: [], replies: [], assessment: null },
});

/** What waits in a thread, with the case it belongs to. */
interface Waiting {
  readonly key: ThreadKey;
  readonly before: CaseThread;
  readonly events: readonly ThreadEvent[];
  /** Ids to take off the waiting list. */
  readonly ids: readonly string[];
}

/** The id by which this work is followed: that of the newest message in it, or of what was pressed. */
const followed = ({ events }: Waiting) =>
  (events.findLast(({ kind }) => kind === 'turn' || kind === 'edit') ?? events.at(-1))?.id ?? '';

/** Shows the outcome in the thread and saves the case, or lets both go when nothing is left. */
async function settle(
  { store, delivery, retentionMs }: DrainParts,
  { key, before, events, ids }: Waiting,
  { kase, outcome }: ReturnType<typeof consult>,
): Promise<void> {
  if (isEmptied(kase)) {
    await withdraw(delivery, key, { before, after: null, events });
    await store.commit(key, emptied(kase), ids, AT_ONCE_MS);
    await store.removeBeside(key);
  } else {
    await withdraw(delivery, key, { before, after: kase, events });
    const posted = await delivery.deliver(key, kase, outcome);
    const keptMs = keepFor(kase, retentionMs, kase.lastAt);
    await store.commit(key, withReply(kase, outcome, posted?.ts), ids, keptMs);
  }
  for (const entry of auditOf(kase, events, outcome)) await store.record(entry);
}

/** One turn: consult, deliver, keep, and with a model refine. */
async function answer(parts: DrainParts, waiting: Waiting, signal: AbortSignal): Promise<void> {
  const { store, stages, log, telemetry } = parts;
  const { key, before, events, ids } = waiting;
  const started = performance.now();
  const circumstances = await parts.circumstances(key, before.author);
  const consulted = observedNow(telemetry.observe, 'consult', () =>
    consult(stages, before, events, circumstances),
  );
  const { kase, outcome } = consulted;
  signal.throwIfAborted();
  await settle(parts, waiting, consulted);
  const ms = Math.round(performance.now() - started);
  observeTurn(telemetry.meters, { events, outcome, ms, at: circumstances.now.getTime() + ms });
  log.info('turn.done', { case: kase.id, kind: outcome.kind, count: ids.length, ms });
  if (!isEmptied(kase)) {
    const kept = (await store.load(key)) ?? kase;
    await parts.refineTurn?.({ key, before, kase: kept, outcome, events }, signal);
    const stands = parts.refineTurn ? ((await store.load(key)) ?? kept) : kept;
    const at = circumstances.now.getTime();
    await parts.trends.turn({ before, kase: stands, shown: outcome.kind, at });
  }
}

/**
 * Works off everything that waits in one thread, as one turn: consult, deliver, keep. Called by the
 * queue for one thread at a time; safe to repeat, because delivery adopts what it posted before and
 * the events leave the waiting list only with the saved case.
 */
export function createDrain(parts: DrainParts) {
  const { store, delivery, telemetry } = parts;
  return async (key: ThreadKey, signal: AbortSignal): Promise<void> => {
    const { events, done: ids } = ready(await store.waiting(key));
    if (ids.length === 0) return;
    if (events.length === 0) return store.discard(key, ids);
    const before = await caseOf(parts, key, events);
    if (before === null) {
      await withdraw(delivery, key, { before, after: null, events });
      return store.discard(key, ids);
    }
    const waiting = { key, before, events, ids };
    const found = { case: before.id, turn: followed(waiting) };
    return telemetry.follow('turn', found, () => answer(parts, waiting, signal));
  };
}
