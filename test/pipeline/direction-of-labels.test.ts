import { describe, expect, it } from 'vitest';
import { directionOfLabels } from '../../src/pipeline/direction-of-labels.ts';

describe('directionOfLabels', () => {
  it.each([
    [['wd-denial', 'trg-break-absence'], 'withdrawal'],
    [['cf-complaint-progress'], 'confrontation'],
    [['cf-complaint-progress', 'wd-denial'], 'mixed'],
    [['mx-mixed-rupture'], 'mixed'],
    [['pat-ruptured-ending'], 'confrontation'],
    [['cau-protective-role-play'], 'withdrawal'],
    [['pat-ruptured-ending', 'wd-denial'], 'withdrawal'],
    [['imp-cognitive', 'th-helpless'], null],
  ])('of %j is %s', (ids, direction) => {
    expect(directionOfLabels(ids)).toBe(direction);
  });
});
