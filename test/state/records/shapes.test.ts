import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/pipeline/settings/person-settings.ts';
import { DEFAULT_POLICY } from '../../../src/pipeline/settings/workspace-policy.ts';
import { SHAPES } from '../../../src/state/records/shapes.ts';

describe('a record of an older version', () => {
  it('has the defaults for what it does not hold yet', () => {
    expect(SHAPES.settings.parse({})).toEqual(DEFAULT_SETTINGS);
    expect(SHAPES.settings.parse({ lens: 'act' })).toEqual({ ...DEFAULT_SETTINGS, lens: 'act' });
    expect(SHAPES.policy.parse({})).toEqual(DEFAULT_POLICY);
    const policy = { contacts: { duty: 'Ext. 12' }, workingHours: { zone: 'Europe/London' } };
    expect(SHAPES.policy.parse(policy)).toEqual({
      ...DEFAULT_POLICY,
      contacts: { ...DEFAULT_POLICY.contacts, duty: 'Ext. 12' },
      workingHours: { ...DEFAULT_POLICY.workingHours, zone: 'Europe/London' },
    });
  });
  it('is refused when a field holds what it cannot', () => {
    expect(SHAPES.settings.safeParse({ lens: 'astrology' }).success).toBe(false);
    expect(SHAPES.policy.safeParse({ review: 'sometimes' }).success).toBe(false);
  });
});
