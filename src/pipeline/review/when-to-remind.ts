import { afterWorkingTime } from '../settings/working-hours.ts';
import type { WorkspacePolicy } from '../settings/workspace-policy.ts';

const HOUR_MS = 60 * 60 * 1000;

/**
 * When a review that waits `since` is brought up again, and when it is escalated, in milliseconds
 * since the epoch: counted in working hours, and never escalated before it was brought up.
 */
export function whenToRemind(
  since: number,
  policy: Pick<WorkspacePolicy, 'workingHours' | 'remindAfterHours' | 'escalateAfterHours'>,
): { readonly remind: number; readonly escalate: number } {
  const { workingHours, remindAfterHours, escalateAfterHours } = policy;
  const remind = afterWorkingTime(since, remindAfterHours * HOUR_MS, workingHours);
  const later = Math.max(escalateAfterHours, remindAfterHours);
  return { remind, escalate: afterWorkingTime(since, later * HOUR_MS, workingHours) };
}
