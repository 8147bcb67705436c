import { randomUUID } from 'node:crypto';
import type { Log } from './log.ts';
import { consult } from './pipeline/consult.ts';
import type { ThreadEvent, ThreadKey, Turn } from './pipeline/message.ts';
import type { Outcome } from './pipeline/outcome.ts';
import type { AuditEntry, CaseStore, Delivery } from './pipeline/ports.ts';
import type { Stages } from './pipeline/stages.ts';
import { answeredTurn } from './pipeline/thread/answered-turn.ts';
import type { CaseThread } from './pipeline/thread/case-thread.ts';
import { openCase } from './pipeline/thread/open-case.ts';

/** What working on a thread needs. */
export interface DrainParts {
  readonly store: CaseStore;
  readonly delivery: Delivery;
  readonly stages: Stages;
  readonly retentionMs: number;
  readonly now: () => Date;
  readonly log: Log;
}

const isTurn = (event: ThreadEvent): event is Turn => event.kind === 'turn';

/** The case of these events, opened if this is its first message; null when there is none to open. */
async function caseOf(parts: DrainParts, key: ThreadKey, events: readonly ThreadEvent[]) {
  const kept = await parts.store.load(key);
  if (kept !== null) return kept;
  const first = events.find(isTurn);
  return first === undefined ? null : openCase(key, randomUUID(), first);
}

function auditOf(kase: CaseThread, events: readonly ThreadEvent[], outcome: Outcome): AuditEntry[] {
  const entry = (at: number, who: string, what: string): AuditEntry => ({
    ...{ at, team: kase.key.team, who, what, about: kase.id },
  });
  const acts = events.flatMap((event) =>
    event.kind === 'act' ? [entry(event.at, event.by, `act.${event.does}`)] : [],
  );
  const turns = events.filter(isTurn).map((turn) => entry(turn.at, turn.author, 'turn.read'));
  const safety = outcome.kind === 'safety' ? outcome.assessment.safety.labels : [];
  const raised = safety
    .filter(({ status }) => status === 'open' || status === 'ask')
    .map(({ id, status }) => entry(kase.lastAt, 'system', `safety.${status}.${id}`));
  return [...turns, ...acts, ...raised];
}

/** The case with our message for the turn it answers remembered. */
function withReply(kase: CaseThread, ts: string | undefined): CaseThread {
  const turn = answeredTurn(kase)?.id;
  if (ts === undefined || turn === undefined) return kase;
  return { ...kase, replies: [...kase.replies.filter((kept) => kept.turn !== turn), { turn, ts }] };
}

/**
 * Works off everything that waits in one thread, as one turn: consult, deliver, keep. Called by the
 * queue for one thread at a time; safe to repeat, because delivery adopts what it posted before and
 * the events leave the waiting list only with the saved case.
 */
export function createDrain(parts: DrainParts) {
  return async (key: ThreadKey, signal: AbortSignal): Promise<void> => {
    const events = await parts.store.waiting(key);
    if (events.length === 0) return;
    const before = await caseOf(parts, key, events);
    if (before === null) {
      await parts.store.remove(key);
      return;
    }
    const started = performance.now();
    const { kase, outcome } = consult(parts.stages, before, events, parts.now());
    signal.throwIfAborted();
    const posted = await parts.delivery.deliver(key, kase, outcome);
    const ids = events.map(({ id }) => id);
    await parts.store.commit(key, withReply(kase, posted?.ts), ids, parts.retentionMs);
    for (const entry of auditOf(kase, events, outcome)) await parts.store.record(entry);
    const ms = Math.round(performance.now() - started);
    parts.log.info('turn.done', { case: kase.id, kind: outcome.kind, count: ids.length, ms });
  };
}
