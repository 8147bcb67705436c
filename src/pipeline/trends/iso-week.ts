const DAY_MS = 24 * 60 * 60 * 1000;
const WEEK_MS = 7 * DAY_MS;
const WEEK = /^(\d{4})-W(\d{2})$/;

/** Monday 00:00 UTC of the week in which `at` lies; milliseconds since the epoch. */
function mondayOf(at: number): number {
  const day = Math.floor(at / DAY_MS);
  return (day - ((day + 3) % 7)) * DAY_MS;
}

/** The ISO 8601 week of a moment (milliseconds since the epoch, UTC), such as `2026-W47`. */
export function isoWeek(at: number): string {
  const monday = mondayOf(at);
  const year = new Date(monday + 3 * DAY_MS).getUTCFullYear();
  const first = mondayOf(Date.UTC(year, 0, 4));
  const number = Math.round((monday - first) / WEEK_MS) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** Monday 00:00 UTC of an ISO week in milliseconds since the epoch, or null for anything else. */
export function weekStart(week: string): number | null {
  const [, year, number] = WEEK.exec(week) ?? [];
  if (year === undefined || number === undefined) return null;
  return mondayOf(Date.UTC(Number(year), 0, 4)) + (Number(number) - 1) * WEEK_MS;
}

/** The `count` weeks that are over at `now`, oldest first. */
export function finishedWeeks(now: number, count: number): string[] {
  const monday = mondayOf(now);
  return Array.from({ length: count }, (_, index) => isoWeek(monday - (count - index) * WEEK_MS));
}

/** True for the weeks 1, 14, 27 and 40: the first of a quarter of thirteen weeks. */
export function beginsQuarter(week: string): boolean {
  const number = Number(WEEK.exec(week)?.[2]);
  return number % 13 === 1 && number < 53;
}
