import { describe, expect, it } from 'vitest';
import { createPullsOf, directionOf } from '../../../src/pipeline/classify/direction.ts';

const FROM = { seen: 0.25, against: 1, balance: 0.8, both: 0.3 };

describe('directionOf', () => {
  it.each([
    ['none', 'little of either', { away: 0.1, against: 0.2, both: 0 }],
    ['withdrawal', 'a move away', { away: 0.7, against: 0.2, both: 0 }],
    ['confrontation', 'a move against', { away: 0.3, against: 0.8, both: 0 }],
    ['mixed', 'both about equally', { away: 0.6, against: 0.55, both: 0 }],
    ['mixed', 'a window that tells of both in turn', { away: 0.1, against: 0.1, both: 0.4 }],
  ])('is %s for %s', (direction, _, pulls) => {
    expect(directionOf(pulls, FROM)).toBe(direction);
  });
});

describe('createPullsOf', () => {
  it('takes the strongest window for each side', () => {
    const rows = [
      [0.5, 0.1, 0.4],
      [0.1, 0.7, 0.2],
    ].map((row) => Float64Array.from(row, Math.log));
    const pulls = createPullsOf(['wd-denial', 'cf-defends-self', 'none'])(rows);
    expect(pulls.away).toBeCloseTo(0.5);
    expect(pulls.against).toBeCloseTo(0.7);
    expect(pulls.both).toBe(0);
  });
});
