const MINUTE_MS = 60 * 1000;
const FIRST_MS = 5 * MINUTE_MS;
const LONGEST_MS = 60 * MINUTE_MS;

/**
 * Milliseconds until people are told again of a matter that nobody has, growing from five minutes to an
 * hour; working hours do not count here.
 */
export const nagPause = (nags: number): number =>
  Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(nags, 10));
