import type { Label } from '../../knowledge/knowledge.ts';
import type { Reading } from '../outcome.ts';
import { addCount, type Group, type WeekCounts } from './week-counts.ts';

/** What of a case has been counted in its latest week, so that nothing is counted twice. */
export interface CountedCase {
  /** ISO week. */
  readonly week: string;
  readonly direction: string;
  /** Taxonomy ids. */
  readonly labels: readonly string[];
}

type FamilyOf = (id: string) => Label['family'];

const GROUP_OF: Partial<Record<Label['family'], Group>> = {
  withdrawal: 'marker',
  confrontation: 'marker',
  mixed: 'marker',
  trigger: 'trigger',
};

/** The labels of a reading that are counted: markers and triggers that nobody contests. */
function countable(reading: Reading, familyOf: FamilyOf): string[] {
  const ids = reading.labels.filter(({ contested }) => !contested).map(({ id }) => id);
  return [...new Set(ids)].filter((id) => GROUP_OF[familyOf(id)] !== undefined);
}

/** What stands counted for a case after this reading; `before` itself when nothing is new. */
export function counted(
  before: CountedCase | null,
  reading: Reading,
  week: string,
  familyOf: FamilyOf,
): CountedCase {
  const known = before?.week === week ? before.labels : [];
  const fresh = countable(reading, familyOf).filter((id) => !known.includes(id));
  const { direction } = reading;
  if (before?.week === week && before.direction === direction && fresh.length === 0) return before;
  return { week, direction, labels: [...known, ...fresh] };
}

/**
 * The week's counts after a case went from `before` to `after`: each label once a week; a direction
 * that changed within the week moves.
 */
export function countCase(
  week: WeekCounts,
  before: CountedCase | null,
  after: CountedCase,
  familyOf: FamilyOf,
): WeekCounts {
  const same = before?.week === after.week ? before : null;
  let counts = week;
  if (same?.direction !== after.direction) {
    if (same) counts = addCount(counts, 'direction', same.direction, -1);
    counts = addCount(counts, 'direction', after.direction);
  }
  for (const id of after.labels.filter((each) => !same?.labels.includes(each))) {
    const group = GROUP_OF[familyOf(id)];
    if (group) counts = addCount(counts, group, id);
  }
  return counts;
}
