import { describe, expect, it } from 'vitest';
import type { Label } from '../../../src/knowledge/knowledge.ts';
import { countCase, counted } from '../../../src/pipeline/trends/count-reading.ts';
import { NO_COUNTS } from '../../../src/pipeline/trends/week-counts.ts';
import { label, marker, reading } from '../../support/builders.ts';

const familyOf = (id: string): Label['family'] => label(id).family;
const WEEK = '2026-W46';
const away = reading({ direction: 'withdrawal', labels: [marker('wd-denial')] });

describe('counted', () => {
  it('notes markers and triggers, and nothing else', () => {
    const labels = ['wd-denial', 'cf-defends-self', 'mx-mixed-rupture', 'trg-fee-billing'];
    const given = reading({
      labels: [...labels, 'th-angry', 'cau-shame', 'sf-suicide'].map((id) => marker(id)),
    });
    expect(counted(null, given, WEEK, familyOf).labels).toEqual(labels);
  });

  it('leaves out what the model contests', () => {
    const given = reading({ labels: [marker('wd-denial', { contested: true })] });
    expect(counted(null, given, WEEK, familyOf).labels).toEqual([]);
  });

  it('stays the same while nothing is new in the week', () => {
    const first = counted(null, away, WEEK, familyOf);
    expect(counted(first, away, WEEK, familyOf)).toBe(first);
  });
});

describe('countCase', () => {
  const first = counted(null, away, WEEK, familyOf);
  const once = countCase(NO_COUNTS, null, first, familyOf);

  it('counts a case once a week, however often it is read', () => {
    expect(once.direction).toEqual({ withdrawal: 1 });
    expect(countCase(once, first, counted(first, away, WEEK, familyOf), familyOf)).toEqual(once);
  });

  it('adds what is new, and does not count again what came back', () => {
    const both = reading({ ...away, labels: [marker('wd-denial'), marker('wd-topic-shift')] });
    const second = counted(first, both, WEEK, familyOf);
    const third = counted(second, away, WEEK, familyOf);
    const after = countCase(countCase(once, first, second, familyOf), second, third, familyOf);
    expect(after.marker).toEqual({ 'wd-denial': 1, 'wd-topic-shift': 1 });
  });

  it('moves a direction that changed within the week', () => {
    const against = counted(first, reading({ direction: 'confrontation' }), WEEK, familyOf);
    expect(countCase(once, first, against, familyOf).direction).toEqual({
      ...{ withdrawal: 0, confrontation: 1 },
    });
  });

  it('counts the case anew in the next week', () => {
    const next = counted(first, away, '2026-W47', familyOf);
    expect(countCase(NO_COUNTS, first, next, familyOf)).toEqual(once);
  });
});
