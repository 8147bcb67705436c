import { LOOK } from './look.ts';

/** One bar: what it stands for and how many. */
export interface Bar {
  readonly name: string;
  readonly count: number;
}

const ROW = 66;
/** Room behind the longest bar for its number. */
const NUMBER = 110;

/**
 * A list of bars under a heading, `width` pixels wide; each bar has its name above it and its number
 * behind it.
 */
export function barList(heading: string, bars: readonly Bar[], width: number): object {
  const rows = bars.map(({ name, count }, row) => {
    return { name, count, row, words: count.toLocaleString('en-GB') };
  });
  const most = Math.max(...bars.map(({ count }) => count), 1);
  const y = {
    field: 'row',
    type: 'ordinal',
    axis: null,
    scale: { paddingInner: 0, paddingOuter: 0 },
  };
  const x = {
    field: 'count',
    type: 'quantitative',
    axis: null,
    scale: { domain: [0, most], range: [0, width - NUMBER] },
  };
  const text = { type: 'text', align: 'left', baseline: 'middle' };
  const name = { ...text, x: 0, yOffset: -14, fontSize: LOOK.labelSize, color: LOOK.ink };
  const number = { ...text, dx: 12, yOffset: 16, fontSize: LOOK.labelSize, fontWeight: 'bold' };
  return {
    title: { text: heading, fontSize: LOOK.headingSize, anchor: 'start', offset: 20 },
    width,
    height: { step: ROW },
    data: { values: rows },
    layer: [
      { mark: name, encoding: { y, text: { field: 'name' } } },
      {
        mark: { type: 'bar', height: 22, yOffset: 16, color: LOOK.bar },
        encoding: { y, x, x2: { datum: 0 } },
      },
      {
        mark: { ...number, color: LOOK.ink },
        encoding: { y, x, text: { field: 'words' } },
      },
    ],
  };
}
