import type { ThreadEvent } from './pipeline/message.ts';
import { writerOf } from './pipeline/message.ts';
import type { Outcome } from './pipeline/outcome.ts';
import type { AuditEntry } from './pipeline/ports.ts';
import type { CaseThread } from './pipeline/thread/case-thread.ts';

const DEEDS = { turn: 'turn.read', edit: 'turn.edited', retraction: 'turn.deleted' } as const;

const deed = (event: ThreadEvent) =>
  event.kind === 'act' ? `act.${event.does}` : DEEDS[event.kind];

/** What the audit keeps of working off these events: who did what, and what was raised. */
export function auditOf(
  kase: CaseThread,
  events: readonly ThreadEvent[],
  outcome: Outcome,
): AuditEntry[] {
  const entry = (at: number, who: string, what: string): AuditEntry => ({
    ...{ at, team: kase.key.team, who, what, about: kase.id },
  });
  const done = events.map((event) => entry(event.at, writerOf(event), deed(event)));
  const safety = outcome.kind === 'safety' ? outcome.assessment.safety.labels : [];
  const raised = safety
    .filter(({ status }) => status === 'open' || status === 'ask')
    .map(({ id, status }) => entry(kase.lastAt, 'system', `safety.${status}.${id}`));
  const said = events.some(({ kind, at }) => kind === 'turn' && at === kase.correction?.at);
  const corrected = said ? [entry(kase.lastAt, kase.author, 'reading.corrected')] : [];
  return [...done, ...corrected, ...raised];
}
