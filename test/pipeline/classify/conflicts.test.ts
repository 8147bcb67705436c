import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { conflictsOf } from '../../../src/pipeline/classify/conflicts.ts';

const conflict = conflictsOf(loadKnowledge().taxonomy);

describe('conflictsOf', () => {
  it.each([
    ['wd-denial', 'cf-defends-self'],
    ['cf-defends-self', 'wd-denial'],
    ['cau-ambivalence', 'cau-low-motivation'],
    ['trg-therapist-time', 'trg-patient-lateness'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(conflict(one, other)).toBe(true);
  });

  it.each([
    ['wd-denial', 'trg-break-absence'],
    ['th-isolated', 'th-shame-failure'],
  ])('lets %s and %s stand together', (one, other) => {
    expect(conflict(one, other)).toBe(false);
  });
});
