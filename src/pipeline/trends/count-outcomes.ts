import { isoWeek } from './iso-week.ts';
import { addCount, type WeekCounts } from './week-counts.ts';

/** How it went with what had been suggested, from best to hardest; as `Tried` has it. */
export const OUTCOMES = ['resolved', 'helped', 'no-change', 'not-used', 'worse'] as const;

/** What a clinician told about one suggestion: when (milliseconds since the epoch), and how it went. */
export interface OutcomeTold {
  readonly id: string;
  readonly at: number;
  readonly how: (typeof OUTCOMES)[number];
}

/** The answers that are new or different in `after`. */
export const freshOutcomes = (before: readonly OutcomeTold[], after: readonly OutcomeTold[]) =>
  after.filter((told) => !before.some(({ id, how }) => id === told.id && how === told.how));

/** The week's counts with the new answers; one that was changed within the week moves. */
export function countOutcomes(
  counts: WeekCounts,
  week: string,
  before: readonly OutcomeTold[],
  after: readonly OutcomeTold[],
): WeekCounts {
  return freshOutcomes(before, after).reduce((sum, told) => {
    const old = before.find(({ id }) => id === told.id);
    const moved = old && isoWeek(old.at) === week ? addCount(sum, 'outcome', old.how, -1) : sum;
    return addCount(moved, 'outcome', told.how);
  }, counts);
}
