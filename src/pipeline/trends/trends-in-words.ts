import { beginsQuarter, weekStart } from './iso-week.ts';
import type { Course, Share, Trends } from './trends.ts';

/** Says one of the product's sentences. */
type Say = (key: string, slots?: Readonly<Record<string, string>>) => string;

/** One list of the trends: a heading and its lines, in plain text. */
export interface TrendLines {
  readonly id: 'directions' | 'markers' | 'triggers' | 'outcomes' | 'review';
  readonly title: string;
  readonly lines: readonly string[];
}

/** How many codes of a ranking are named. */
export const NAMED = 6;

const number = (count: number) => count.toLocaleString('en-GB');

/** The day on which a week begins, such as `29 September 2025`. */
export function dayWords(week: string): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat('en-GB', options).format(weekStart(week) ?? 0);
}

/** Places of the weeks that begin a quarter, or what there is of one. */
const quartersOf = (weeks: readonly string[]) =>
  weeks.flatMap((week, index) => (index === 0 || beginsQuarter(week) ? [index] : []));

function courseLine(course: Course, weeks: readonly string[], say: Say): string {
  const name = say(`trends.direction.${course.id}`);
  if (course.count === null) return say('trends.few', { name });
  const starts = quartersOf(weeks);
  const quarters = starts.map((start, index) => {
    const end = starts[index + 1] ?? weeks.length;
    const count = course.spans
      .filter(({ from }) => from >= start && from < end)
      .reduce((total, span) => total + span.count, 0);
    return count === 0 ? say('trends.few.short') : number(count);
  });
  return say('trends.course', {
    ...{ name, count: number(course.count), quarters: quarters.join(', ') },
  });
}

function shareLine({ count }: Share, name: string, say: Say): string {
  return count === null
    ? say('trends.few', { name })
    : say('trends.count', { name, count: number(count) });
}

/** The first of a ranking, and how many others stay below five. */
function ranking(shares: readonly Share[], say: Say): string[] {
  const named = shares.filter(({ count }) => count !== null).slice(0, NAMED);
  const small = shares.filter(({ count }) => count === null).length;
  return [
    ...named.map((share) => shareLine(share, say(`trends.name.${share.id}`), say)),
    ...(small > 0 ? [say('trends.not-shown', { count: String(small) })] : []),
  ];
}

const isEmpty = (shares: readonly Share[]) => shares.every(({ count }) => count === null);

/** True when no figure can be shown yet. */
export const nothingToShow = (trends: Trends): boolean =>
  [trends.directions, trends.markers, trends.triggers, trends.outcomes, trends.review].every(
    isEmpty,
  );

/** The trends as lists of lines, for those who do not see the picture; empty lists are left out. */
export function trendsInWords(trends: Trends, say: Say): TrendLines[] {
  const { weeks, directions, markers, triggers, outcomes, review } = trends;
  const list = (id: TrendLines['id'], lines: readonly string[]): TrendLines => ({
    ...{ id, title: say(`trends.heading.${id}`), lines },
  });
  const plainly = (group: string, shares: readonly Share[]) =>
    shares.map((share) => shareLine(share, say(`trends.${group}.${share.id}`), say));
  const dates = quartersOf(weeks).map((index) => dayWords(weeks[index] ?? ''));
  const courses = directions.map((course) => courseLine(course, weeks, say));
  return [
    ...(isEmpty(directions)
      ? []
      : [list('directions', [...courses, say('trends.quarters', { dates: dates.join(', ') })])]),
    ...(isEmpty(markers) ? [] : [list('markers', ranking(markers, say))]),
    ...(isEmpty(triggers) ? [] : [list('triggers', ranking(triggers, say))]),
    ...(isEmpty(outcomes) ? [] : [list('outcomes', plainly('outcome', outcomes))]),
    ...(isEmpty(review) ? [] : [list('review', plainly('review', review))]),
  ];
}
