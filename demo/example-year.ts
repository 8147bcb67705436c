import type { Label } from '../src/knowledge/knowledge.ts';
import type { Marker, Reading } from '../src/pipeline/outcome.ts';
import { OUTCOMES } from '../src/pipeline/trends/count-outcomes.ts';
import { countCase, counted } from '../src/pipeline/trends/count-reading.ts';
import { isoWeek } from '../src/pipeline/trends/iso-week.ts';
import { reviewBand } from '../src/pipeline/trends/review-bands.ts';
import { addCount, NO_COUNTS, type WeekCounts } from '../src/pipeline/trends/week-counts.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;

/** Numbers from 0 to 1 that are the same at every run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Library = Pick<Record<'taxonomy', readonly Label[]>, 'taxonomy'>;

/** Picks one of a list, the first ones more often. */
const pick = <Item>(all: readonly Item[], next: () => number): Item | undefined =>
  all[Math.floor(all.length * next() ** 1.8)];

const marker = (id: string): Marker => ({
  ...{ id, confidence: 0.8, whose: 'patient', evidence: [], source: 'rules', contested: false },
});

/** A reading as an invented case might have it. */
function readingOf({ taxonomy }: Library, next: () => number): Reading {
  const [away, against, both] = [0.46, 0.76, 0.9];
  const chance = next();
  const direction =
    chance < away
      ? 'withdrawal'
      : chance < against
        ? 'confrontation'
        : chance < both
          ? 'mixed'
          : 'none';
  const ids = (family: Label['family']) =>
    taxonomy.filter((label) => label.family === family).map(({ id }) => id);
  const families: Record<typeof direction, readonly Label['family'][]> = {
    ...{ withdrawal: ['withdrawal', 'withdrawal'], confrontation: ['confrontation'] },
    ...{ mixed: ['withdrawal', 'confrontation', 'mixed'], none: [] },
  };
  const found = [...families[direction], ...(next() < 0.6 ? (['trigger'] as const) : [])];
  const labels = new Set(found.flatMap((family) => pick(ids(family), next) ?? []));
  return { direction, enoughInfo: true, labels: [...labels].map(marker), candidates: [] };
}

/** How many cases come at a time of the year: fewer in August and over the new year. */
function season(at: number): number {
  const month = new Date(at).getUTCMonth();
  if (month === 7 || month === 11) return 0.55;
  return month === 8 || month === 0 ? 1.2 : 1;
}

/**
 * The weekly counts of an invented workspace: `cases` cases over the year before `now`, counted by
 * the same functions as real ones. The same numbers at every run.
 */
export function exampleYear(library: Library, cases: number, now: number): Map<string, WeekCounts> {
  const next = numbers(20_261_122);
  const weeks = new Map<string, WeekCounts>();
  const families = new Map(library.taxonomy.map(({ id, family }) => [id, family]));
  const familyOf = (id: string): Label['family'] => families.get(id) ?? 'cause';
  for (let count = 0; count < cases; ) {
    const at = now - next() * 365 * DAY_MS;
    if (next() > season(at) / 1.2) continue;
    count += 1;
    const week = isoWeek(at);
    const after = counted(null, readingOf(library, next), week, familyOf);
    let counts = countCase(weeks.get(week) ?? NO_COUNTS, null, after, familyOf);
    const review = next() < 0.4 ? reviewBand(next() ** 3 * 96 * HOUR_MS) : null;
    if (review !== null) counts = addCount(counts, 'review', review);
    const outcome = pick(OUTCOMES, next);
    if (next() < 0.3 && outcome) counts = addCount(counts, 'outcome', outcome);
    weeks.set(week, counts);
  }
  return weeks;
}
