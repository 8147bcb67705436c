import { describe, expect, it } from 'vitest';
import { alarmPause } from '../../src/state/ringer.ts';

describe('the pause before an alarm rings again', () => {
  it.each([
    [1, 30_000],
    [2, 60_000],
    [7, 1_920_000],
    [8, 3_600_000],
    [700, 3_600_000],
  ])('after %i tries is %i ms, and no longer', (tries, full) => {
    expect(alarmPause(tries, () => 0)).toBe(full);
    expect(alarmPause(tries, () => 0.999)).toBeGreaterThan(full * 0.74);
  });
});
