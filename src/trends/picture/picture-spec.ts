import type { Say } from '../../pipeline/thread/what-changed.ts';
import type { Course, Share, Trends } from '../../pipeline/trends/trends.ts';
import { dayWords, NAMED } from '../../pipeline/trends/trends-in-words.ts';
import { type Bar, barList } from './bar-list.ts';
import { directionRows } from './direction-rows.ts';
import { INNER, LOOK } from './look.ts';

/** Groups that are drawn as lists of bars, with the part of the words that names their codes. */
const NAMES = { markers: 'name', triggers: 'name', outcomes: 'outcome', review: 'review' } as const;
type ListedGroup = keyof typeof NAMES;

const BETWEEN = 64;
const HALF = (INNER - BETWEEN) / 2;

/** The bars of a group: what is not below five, the first of a ranking only. */
function barsOf(shares: readonly Share[], nameOf: (id: string) => string): Bar[] {
  return shares
    .flatMap(({ id, count }) => (count === null ? [] : [{ name: nameOf(id), count }]))
    .slice(0, NAMED);
}

/** The trends as a Vega-Lite chart; groups in which nothing may be shown are left out. */
export function pictureSpec(trends: Trends, say: Say): object {
  const nameOf = ({ id, count }: Course) => {
    const name = say(`trends.direction.${id}`);
    return count === null
      ? say('trends.few', { name })
      : say('trends.count', { name, count: count.toLocaleString('en-GB') });
  };
  const list = (group: ListedGroup, width: number): object[] => {
    const bars = barsOf(trends[group], (id) => say(`trends.${NAMES[group]}.${id}`));
    return bars.length > 0 ? [barList(say(`trends.heading.${group}`), bars, width)] : [];
  };
  const below = [...list('outcomes', HALF), ...list('review', HALF)];
  const from = dayWords(trends.weeks[0] ?? '');
  const to = dayWords(trends.weeks.at(-1) ?? '');
  return {
    background: LOOK.paper,
    padding: LOOK.padding,
    title: {
      ...{
        text: say('trends.title.picture'),
        subtitle: [say('trends.subtitle', { from, to }), say('trends.subtitle.rule')],
      },
      ...{ fontSize: LOOK.titleSize, subtitleFontSize: LOOK.smallSize, anchor: 'start' },
      ...{ subtitlePadding: 12, offset: 36, subtitleColor: LOOK.quiet },
    },
    vconcat: [
      {
        spacing: 22,
        vconcat: directionRows(trends, nameOf, say('trends.heading.directions')),
      },
      ...list('markers', INNER),
      ...list('triggers', INNER),
      ...(below.length > 0 ? [{ hconcat: below, spacing: BETWEEN }] : []),
    ],
    spacing: 52,
    config: {
      font: LOOK.font,
      view: { stroke: null },
      concat: { spacing: 52 },
      title: { color: LOOK.ink },
      text: { color: LOOK.ink },
    },
  };
}
