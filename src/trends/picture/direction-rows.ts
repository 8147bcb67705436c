import { weekStart } from '../../pipeline/trends/iso-week.ts';
import type { Course, Trends } from '../../pipeline/trends/trends.ts';
import { INNER, LOOK } from './look.ts';

const HEIGHT = 96;
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
/** Right of the rows, for the numbers of the scale. */
const SCALE = 64;

/** Blocks of weeks that are counted together, with how many cases a week that makes. */
function blocksOf({ spans }: Course, weeks: readonly string[]) {
  return spans.map(({ from, to, count }) => ({
    start: weekStart(weeks[from] ?? '') ?? 0,
    end: (weekStart(weeks[to] ?? '') ?? 0) + WEEK_MS,
    value: count / (to - from + 1),
  }));
}

/** The months along the bottom: a label for every month, or every third when the year is long. */
function monthAxis(weeks: number) {
  return {
    ...{ format: '%b %Y', tickCount: { interval: 'month', step: weeks > 20 ? 3 : 1 } },
    ...{ labelFontSize: LOOK.smallSize, labelColor: LOOK.quiet, labelFlush: true },
    ...{ domain: true, domainColor: LOOK.grid, tickColor: LOOK.grid, grid: false, title: null },
    ...{ labelOverlap: true, labelPadding: 8 },
  };
}

/** The name of a row, under the heading of all rows when it is the first. */
function titleOf(name: string, heading: string | null): object {
  const place = { anchor: 'start', frame: 'group', offset: 12 };
  if (heading === null) return { ...place, text: name, fontSize: LOOK.labelSize, fontWeight: 400 };
  return {
    ...{ ...place, text: heading, fontSize: LOOK.headingSize, subtitle: name },
    ...{ subtitleFontSize: LOOK.labelSize, subtitleColor: LOOK.ink, subtitlePadding: 16 },
  };
}

/** One row for each direction over the same weeks and the same scale, each named where it stands. */
export function directionRows(
  trends: Trends,
  nameOf: (course: Course) => string,
  heading: string,
): object[] {
  const { weeks, directions } = trends;
  const rows = directions.map((course) => ({ course, blocks: blocksOf(course, weeks) }));
  const most = Math.max(...rows.flatMap(({ blocks }) => blocks.map(({ value }) => value)), 1);
  const start = weekStart(weeks[0] ?? '') ?? 0;
  const end = (weekStart(weeks.at(-1) ?? '') ?? 0) + WEEK_MS;
  return rows.map(({ course, blocks }, index) => {
    const isLast = index === rows.length - 1;
    const axis = isLast ? monthAxis(weeks.length) : null;
    const time = { type: 'temporal', scale: { type: 'utc', domain: [start, end] }, axis };
    const y = {
      ...{ field: 'value', type: 'quantitative', scale: { domain: [0, most], nice: true } },
      axis: {
        ...{ orient: 'right', tickCount: 2, title: null, format: 'd', labelPadding: 12 },
        ...{ labelFontSize: LOOK.smallSize, labelColor: LOOK.quiet, domain: false, ticks: false },
        ...{ grid: true, gridColor: LOOK.grid },
      },
    };
    return {
      title: titleOf(nameOf(course), index === 0 ? heading : null),
      width: INNER - SCALE,
      height: HEIGHT,
      data: { values: blocks },
      mark: { type: 'rect', color: LOOK.bar, stroke: LOOK.paper, strokeWidth: 1 },
      encoding: { x: { ...time, field: 'start' }, x2: { field: 'end' }, y, y2: { datum: 0 } },
    };
  });
}
