import type { CaseThread } from '../case-thread.ts';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
/** Weeks that an extended consultation may take, meetings put off included. */
const WEEKS = 8;

/**
 * How long a case is kept from now on, in milliseconds: the retention time, and while an extended
 * consultation runs until that long after its end.
 */
export function keepFor(
  { plan }: Pick<CaseThread, 'plan'>,
  retentionMs: number,
  now: number,
): number {
  if (plan === null || plan.ended !== null) return retentionMs;
  return retentionMs + Math.max(0, plan.since + WEEKS * WEEK_MS - now);
}
