/** A group smaller than this is not shown. */
export const SMALLEST = 5;

/** Weeks that are counted together, by their place in the list of weeks; both ends belong to it. */
export interface Span {
  readonly from: number;
  readonly to: number;
  /** Never below `SMALLEST`. */
  readonly count: number;
}

/**
 * The counts of finished weeks as spans of at least five each: weeks with fewer are counted together
 * with the ones after them, and what has not come to five by the end of a quarter is never shown.
 *
 * Everything that is published is a sum of spans. A span, once there, never changes, because the walk
 * begins anew at fixed weeks and only finished weeks are walked. So neither a number nor the
 * difference between two numbers, of one day or of two, is about fewer than five.
 *
 * @param counts one for each week, oldest first; nothing was counted in the quarter before the first
 * @param begins whether a quarter begins with that week
 */
export function safeSpans(counts: readonly number[], begins: readonly boolean[]): Span[] {
  const spans: Span[] = [];
  let from = 0;
  let sum = 0;
  counts.forEach((count, week) => {
    if (begins[week]) {
      from = week;
      sum = 0;
    }
    sum += count;
    if (sum < SMALLEST) return;
    spans.push({ from, to: week, count: sum });
    from = week + 1;
    sum = 0;
  });
  return spans;
}
