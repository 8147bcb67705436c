/** Counts by code; a code that is not there is zero. */
type Counts = Readonly<Record<string, number>>;

/** The questions that are counted, each with its own codes. */
export type Group = 'direction' | 'marker' | 'trigger' | 'outcome' | 'review';

/**
 * What one week of an install is reduced to: numbers by code, nobody's name, no case. `direction`,
 * `marker` and `trigger` count cases by taxonomy id, `outcome` what was said after a suggestion,
 * `review` decisions of supervisors by the time they took.
 */
export type WeekCounts = { readonly [Name in Group]: Counts };

/** A week in which nothing was counted. */
export const NO_COUNTS: WeekCounts = {
  direction: {},
  marker: {},
  trigger: {},
  outcome: {},
  review: {},
};

/** Adds `by` to one code; never below zero. */
export function addCount(week: WeekCounts, group: Group, code: string, by = 1): WeekCounts {
  const count = Math.max(0, (week[group][code] ?? 0) + by);
  return { ...week, [group]: { ...week[group], [code]: count } };
}
