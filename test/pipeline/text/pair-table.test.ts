import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPairTable } from '../../../src/pipeline/text/pair-table.ts';

describe('createPairTable', () => {
  it('keeps what a map of pairs keeps, and nothing else', () => {
    const number = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number, number)), (pairs) => {
        const plain = new Map(pairs.toReversed().map(([a, b, value]) => [`${a} ${b}`, value]));
        const table = createPairTable(pairs);
        for (let a = -1; a <= 41; a += 1)
          for (let b = -1; b <= 41; b += 1)
            expect(table.get(a, b)).toBe(plain.get(`${a} ${b}`) ?? -1);
      }),
      { numRuns: 30 },
    );
  });

  it('tells apart pairs of numbers up to 65,535', () => {
    const table = createPairTable([
      [65535, 65535, 1],
      [65535, 0, 2],
      [0, 65535, 3],
    ]);
    expect([table.get(65535, 65535), table.get(65535, 0), table.get(0, 65535)]).toEqual([1, 2, 3]);
    expect(table.get(0, 0)).toBe(-1);
  });

  it('refuses numbers that are too large', () => {
    expect(() => createPairTable([[65536, 65536, 1]])).toThrow(RangeError);
  });
});
