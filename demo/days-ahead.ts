import { nextWorkingTime } from '../src/pipeline/settings/working-hours.ts';
import { DEFAULT_POLICY } from '../src/pipeline/settings/workspace-policy.ts';

const MINUTE_MS = 60 * 1000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Milliseconds from `now` to the first working minute that is so many days or more ahead. */
export function daysAhead(days: number, now: number): number {
  const at = nextWorkingTime(now + days * DAY_MS, DEFAULT_POLICY.workingHours);
  return at - now + MINUTE_MS;
}
