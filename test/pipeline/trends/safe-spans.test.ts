import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SMALLEST, safeSpans } from '../../../src/pipeline/trends/safe-spans.ts';

const quarters = (weeks: number) => Array.from({ length: weeks }, (_, week) => week % 13 === 0);
const counts = fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 60 });
const sum = (spans: readonly { count: number }[]) =>
  spans.reduce((total, { count }) => total + count, 0);

describe('safeSpans', () => {
  it.each<[string, number[], [number, number, number][]]>([
    [
      'a week of five stands alone',
      [5, 7],
      [
        [0, 0, 5],
        [1, 1, 7],
      ],
    ],
    [
      'four wait for the next week',
      [4, 1, 6],
      [
        [0, 1, 5],
        [2, 2, 6],
      ],
    ],
    ['what never comes to five is not there', [1, 1, 2], []],
    ['nothing is nothing', [0, 0], []],
  ])('%s', (_, given, spans) => {
    expect(safeSpans(given, quarters(given.length)).map((span) => Object.values(span))).toEqual(
      spans,
    );
  });

  it('lets go what is left of a quarter', () => {
    const given = [...Array(12).fill(0), 4, 1, 5];
    expect(safeSpans(given, quarters(15))).toEqual([{ from: 13, to: 14, count: 6 }]);
  });

  it('never holds fewer than five, and no number of cases twice', () => {
    fc.assert(
      fc.property(counts, (given) => {
        const spans = safeSpans(given, quarters(given.length));
        for (const { from, to, count } of spans) {
          expect(count).toBeGreaterThanOrEqual(SMALLEST);
          expect(count).toBe(given.slice(from, to + 1).reduce((a, b) => a + b, 0));
        }
        spans.slice(1).forEach((span, at) => {
          expect(span.from).toBeGreaterThan(spans[at]?.to ?? -1);
        });
      }),
    );
  });

  it('never lets two looks, of any two days, be told apart by fewer than five', () => {
    fc.assert(
      fc.property(counts, fc.nat({ max: 60 }), (given, cut) => {
        const earlier = safeSpans(given.slice(0, cut), quarters(cut));
        const later = safeSpans(given, quarters(given.length));
        expect(later.slice(0, earlier.length)).toEqual(earlier);
        const difference = sum(later) - sum(earlier);
        expect(difference === 0 || difference >= SMALLEST).toBe(true);
      }),
    );
  });
});
