const HOUR_MS = 60 * 60 * 1000;

/** How long reviews waited, in bands; the last one has no end. */
export const REVIEW_BANDS = ['1h', '4h', '1d', '3d', 'more'] as const;

export type ReviewBand = (typeof REVIEW_BANDS)[number];

const ENDS: readonly (readonly [ReviewBand, number])[] = [
  ['1h', HOUR_MS],
  ['4h', 4 * HOUR_MS],
  ['1d', 24 * HOUR_MS],
  ['3d', 72 * HOUR_MS],
];

/** The band in which a waiting time (milliseconds by the clock) lies. */
export function reviewBand(waitedMs: number): ReviewBand {
  return ENDS.find(([, end]) => waitedMs <= end)?.[0] ?? 'more';
}
