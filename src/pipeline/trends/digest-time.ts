import { nextWorkingTime, type WorkingHours } from '../settings/working-hours.ts';
import { isoWeek, weekStart } from './iso-week.ts';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * When the next weekly digest is due: at the first working hour of this week, or of the next one when
 * this week's was posted; at once within working hours when that has passed.
 *
 * @param now milliseconds since the epoch, as is the result
 * @param posted ISO week of the newest digest, or null
 */
export function nextDigest(now: number, hours: WorkingHours, posted: string | null): number {
  const week = isoWeek(now);
  const monday = weekStart(week) ?? now;
  return nextWorkingTime(posted === week ? monday + WEEK_MS : Math.max(monday, now), hours);
}
