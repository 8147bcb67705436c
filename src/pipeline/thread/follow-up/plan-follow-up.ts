import type { Circumstances } from '../../circumstances.ts';
import type { Act } from '../../message.ts';
import type { CaseThread } from '../case-thread.ts';
import { NEXT_SESSIONS, type NextSession } from './follow-up.ts';

const HOUR_MS = 60 * 60 * 1000;
/** How long after the answer the session has surely been. */
const AFTER_MS: Readonly<Record<Exclude<NextSession, 'none'>, number>> = {
  tomorrow: 32 * HOUR_MS,
  days: 4 * 24 * HOUR_MS,
  week: 8 * 24 * HOUR_MS,
  fortnight: 15 * 24 * HOUR_MS,
};

/** When to ask how it went, in milliseconds since the epoch; null for no need. */
export function dueAfter(at: number, next: NextSession): number | null {
  return next === 'none' ? null : at + AFTER_MS[next];
}

/** Opaque id of the question that is planned; null while none is. */
export function questionId({ id, followUp }: Pick<CaseThread, 'id' | 'followUp'>): string | null {
  return followUp.due === null ? null : `f-${id}-${followUp.due}`;
}

/** The case with the question planned anew, or no longer; one is planned at a time. */
export function planFollowUp(kase: CaseThread, { at, value }: Act): CaseThread {
  const next = NEXT_SESSIONS.find((each) => each === value);
  if (next === undefined) return kase;
  return { ...kase, followUp: { ...kase.followUp, next, due: dueAfter(at, next) } };
}

/** The case in which nothing is asked any more. */
export function noFollowUps(kase: CaseThread): CaseThread {
  return { ...kase, followUp: { ...kase.followUp, off: true, next: null, due: null } };
}

/** The case with whether person and workspace want such questions at the moment. */
export function allowFollowUps(
  kase: CaseThread,
  { settings, policy }: Pick<Circumstances, 'settings' | 'policy'>,
): CaseThread {
  const allowed = settings.followUps && policy.followUps;
  return { ...kase, followUp: { ...kase.followUp, allowed } };
}
