interface When {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
}

const DAY = 86_400_000;
const YEAR = 365;

const serial = ({ month, day }: When, year: number) =>
  Math.round(Date.UTC(year, month - 1, day) / DAY);

/**
 * Days from one date to another. Where a year is not told, the nearest reading counts, so that
 * November to January is two months on and not ten months back.
 */
export function daysBetween(from: When, to: When): number {
  const known = from.year ?? to.year ?? 2001;
  const days = serial(to, to.year ?? known) - serial(from, from.year ?? known);
  if (from.year !== undefined && to.year !== undefined) return days;
  if (days > YEAR / 2) return days - YEAR;
  return days < -YEAR / 2 ? days + YEAR : days;
}
