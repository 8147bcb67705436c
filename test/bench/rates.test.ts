import { describe, expect, it } from 'vitest';
import { f1, macroF1, mean, pooled, rate, share, summed } from '../../bench/score/rates.ts';

describe('f1', () => {
  it.each([
    [{ tp: 2, fp: 0, fn: 0 }, 1],
    [{ tp: 1, fp: 1, fn: 1 }, 0.5],
    [{ tp: 0, fp: 3, fn: 1 }, 0],
    [{ tp: 0, fp: 0, fn: 0 }, null],
  ])('of %j is %s', (counts, value) => {
    expect(f1(counts)).toBe(value);
  });
});

describe('macroF1', () => {
  it('averages over the classes that occur', () => {
    const pairs = [
      ['a', 'a'],
      ['a', 'b'],
      ['b', 'b'],
    ] as const;
    expect(macroF1(pairs, ['a', 'b', 'c'])).toBeCloseTo(2 / 3);
  });
});

describe('share', () => {
  it('has no value when nothing was tried', () => {
    expect(share(rate([], () => true))).toBeNull();
  });

  it('adds up over rates', () => {
    expect(
      share(
        pooled([
          { hit: 1, of: 2 },
          { hit: 2, of: 2 },
        ]),
      ),
    ).toBe(0.75);
  });
});

describe('mean', () => {
  it('leaves out what has no value', () => {
    expect(mean([1, null, 0])).toBe(0.5);
    expect(mean([null])).toBeNull();
  });
});

describe('summed', () => {
  it('adds counts', () => {
    expect(
      summed([
        { tp: 1, fp: 2, fn: 3 },
        { tp: 1, fp: 0, fn: 0 },
      ]),
    ).toEqual({ tp: 2, fp: 2, fn: 3 });
  });
});
