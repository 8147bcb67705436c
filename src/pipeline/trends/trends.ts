import { beginsQuarter, finishedWeeks } from './iso-week.ts';
import { REVIEW_BANDS } from './review-bands.ts';
import { type Span, safeSpans } from './safe-spans.ts';
import type { Group, WeekCounts } from './week-counts.ts';

/** A code with how often it was counted; null stands for fewer than five, which may be none. */
export interface Share {
  readonly id: string;
  readonly count: number | null;
}

/** One direction over the weeks. */
export interface Course extends Share {
  readonly spans: readonly Span[];
}

/** What supervisors see: numbers of at least five, from finished weeks, without a name. */
export interface Trends {
  /** ISO weeks, oldest first; the first begins a quarter, or is the first that was counted at all. */
  readonly weeks: readonly string[];
  readonly directions: readonly Course[];
  /** Most frequent first. */
  readonly markers: readonly Share[];
  readonly triggers: readonly Share[];
  readonly outcomes: readonly Share[];
  /** From the shortest wait to the longest. */
  readonly review: readonly Share[];
}

/** The whole quarters a picture covers besides the one that runs: a year. */
const LONGEST = 4 * 13 + 14;
const DIRECTIONS = ['withdrawal', 'confrontation', 'mixed', 'none'];

/** Finished weeks from the beginning of the quarter a year ago, or from the first one with counts. */
function windowOf(kept: ReadonlyMap<string, WeekCounts>, now: number): string[] {
  const weeks = finishedWeeks(now, LONGEST);
  const first = weeks.findIndex((week) => kept.has(week));
  if (first < 0) return [];
  const starts = weeks.flatMap((week, index) => (beginsQuarter(week) ? [index] : []));
  const yearAgo = starts.find((index) => index >= weeks.length - 5 * 13) ?? 0;
  return weeks.slice(Math.max(yearAgo, first));
}

const sum = (spans: readonly Span[]) => spans.reduce((total, { count }) => total + count, 0);

/** What may be shown of the weeks that are kept, at `now` (milliseconds since the epoch). */
export function trendsOf(
  kept: ReadonlyMap<string, WeekCounts>,
  now: number,
  outcomes: readonly string[],
): Trends {
  const weeks = windowOf(kept, now);
  const begins = weeks.map(beginsQuarter);
  const spansOf = (group: Group, id: string) =>
    safeSpans(
      weeks.map((week) => kept.get(week)?.[group][id] ?? 0),
      begins,
    );
  const share = (group: Group, id: string): Share => {
    const spans = spansOf(group, id);
    return { id, count: spans.length > 0 ? sum(spans) : null };
  };
  const ranked = (group: Group) => {
    const ids = weeks.flatMap((week) => Object.keys(kept.get(week)?.[group] ?? {}));
    return [...new Set(ids)]
      .map((id) => share(group, id))
      .sort((a, b) => (b.count ?? 0) - (a.count ?? 0) || (a.id < b.id ? -1 : 1));
  };
  return {
    weeks,
    directions: DIRECTIONS.map((id) => {
      const spans = spansOf('direction', id);
      return { id, spans, count: spans.length > 0 ? sum(spans) : null };
    }),
    markers: ranked('marker'),
    triggers: ranked('trigger'),
    outcomes: outcomes.map((id) => share('outcome', id)),
    review: REVIEW_BANDS.map((id) => share('review', id)),
  };
}
