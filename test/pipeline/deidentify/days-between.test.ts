import { describe, expect, it } from 'vitest';
import { daysBetween } from '../../../src/pipeline/deidentify/days-between.ts';

describe('daysBetween', () => {
  it.each([
    [{ month: 3, day: 3 }, { month: 3, day: 11 }, 8],
    [{ month: 11, day: 18 }, { month: 1, day: 8 }, 51],
    [{ month: 1, day: 8 }, { month: 11, day: 18 }, -51],
    [{ year: 2023, month: 2, day: 28 }, { year: 2024, month: 3, day: 1 }, 367],
    [{ year: 2024, month: 2, day: 28 }, { month: 3, day: 1 }, 2],
    [{ month: 5, day: 5 }, { month: 5, day: 5 }, 0],
  ])('%j to %j is %i', (from, to, days) => expect(daysBetween(from, to)).toBe(days));
});
