import { describe, expect, it } from 'vitest';
import {
  beginsQuarter,
  finishedWeeks,
  isoWeek,
  weekStart,
} from '../../../src/pipeline/trends/iso-week.ts';

describe('isoWeek', () => {
  it.each([
    ['2026-11-22T23:59:59Z', '2026-W47'],
    ['2026-11-23T00:00:00Z', '2026-W48'],
    ['2026-01-01T00:00:00Z', '2026-W01'],
    ['2025-12-29T00:00:00Z', '2026-W01'],
    ['2025-12-28T23:59:59Z', '2025-W52'],
    ['2021-01-03T12:00:00Z', '2020-W53'],
    ['2027-01-03T12:00:00Z', '2026-W53'],
    ['1970-01-01T00:00:00Z', '1970-W01'],
  ])('puts %s into %s', (moment, week) => {
    expect(isoWeek(Date.parse(moment))).toBe(week);
  });

  it('is found again from the first moment of its week, for forty years', () => {
    for (let at = Date.UTC(2000, 0, 3); at < Date.UTC(2040, 0, 1); at += 7 * 86_400_000) {
      expect(weekStart(isoWeek(at))).toBe(at);
    }
  });

  it.each(['', '2026', '2026-W1', 'W47', '2026-47'])('has no start for %j', (week) => {
    expect(weekStart(week)).toBeNull();
  });
});

describe('finishedWeeks', () => {
  it('ends with the week before the one that runs', () => {
    expect(finishedWeeks(Date.parse('2026-11-22T10:00:00Z'), 3)).toEqual([
      '2026-W44',
      '2026-W45',
      '2026-W46',
    ]);
  });

  it('has four weeks of a year that begin a quarter, also in a year of 53', () => {
    const year = finishedWeeks(Date.UTC(2027, 0, 4), 53);
    expect(year.filter(beginsQuarter)).toEqual(['2026-W01', '2026-W14', '2026-W27', '2026-W40']);
  });
});
