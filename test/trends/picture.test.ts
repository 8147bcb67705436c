import { describe, expect, it } from 'vitest';
import { exampleYear } from '../../demo/example-year.ts';
import { OUTCOMES } from '../../src/pipeline/trends/count-outcomes.ts';
import { type Trends, trendsOf } from '../../src/pipeline/trends/trends.ts';
import { drawPicture } from '../../src/trends/picture/draw-picture.ts';
import { LOOK } from '../../src/trends/picture/look.ts';
import { pictureSpec } from '../../src/trends/picture/picture-spec.ts';
import { view } from '../support/view-parts.ts';

const NOW = Date.UTC(2026, 10, 22);
const { say, knowledge } = view;
const year = trendsOf(exampleYear(knowledge, 5_000, NOW), NOW, OUTCOMES);
const few: Trends = trendsOf(exampleYear(knowledge, 40, NOW), NOW, OUTCOMES);

/** Width and height of a PNG, from its header. */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];
const all = (node: unknown, key: string): unknown[] =>
  typeof node !== 'object' || node === null
    ? []
    : Object.entries(node).flatMap(([name, value]) => [
        ...(name === key ? [value] : []),
        ...all(value, key),
      ]);

describe('the picture of the trends', { timeout: 20_000 }, () => {
  it('of a year of 5,000 cases is drawn in under two seconds, the library loaded', async () => {
    await drawPicture(few, say);
    const started = process.cpuUsage();
    const png = await drawPicture(year, say);
    const { user } = process.cpuUsage(started);
    expect(user / 1000).toBeLessThan(2_000);
    expect(sizeOf(png)[0]).toBe(LOOK.width);
    expect(sizeOf(png)[1]).toBeGreaterThan(1_500);
  });

  it('writes nothing smaller than 14 pixels, in an image that is not scaled down', () => {
    const spec = pictureSpec(year, say);
    const sizes = ['fontSize', 'labelFontSize', 'subtitleFontSize'].flatMap((key) =>
      all(spec, key),
    );
    expect(sizes.length).toBeGreaterThan(5);
    expect(sizes.filter((size) => Number(size) < 14)).toEqual([]);
  });

  it('uses one colour for all bars, so that nothing is told by colour', () => {
    const colours = all(pictureSpec(year, say), 'mark').flatMap((mark) => all(mark, 'color'));
    expect(new Set(colours)).toEqual(new Set([LOOK.bar, LOOK.ink]));
  });

  it('names every row and shows no number below five', () => {
    const text = JSON.stringify(pictureSpec(few, say));
    for (const { id } of few.directions) expect(text).toContain(say(`trends.direction.${id}`));
    expect(all(pictureSpec(few, say), 'count').filter((count) => Number(count) < 5)).toEqual([]);
  });

  it('is drawn of a workspace with little to show, and is the same at every run', async () => {
    const [first, second] = await Promise.all([drawPicture(few, say), drawPicture(few, say)]);
    expect(first.equals(second)).toBe(true);
  });
});
