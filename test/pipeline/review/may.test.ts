import { describe, expect, it } from 'vitest';
import { type Denial, denial, type Rule, type Whose } from '../../../src/pipeline/review/may.ts';
import type { Role, Standing } from '../../../src/pipeline/review/roles.ts';

const being = (...roles: Role[]): Standing => ({
  ...{ kind: 'member', roles: new Set<Role>(['clinician', ...roles]), unchecked: new Set() },
});

describe('who may do what', () => {
  it.each<[Rule, Role | 'clinician', Whose, Denial | null]>([
    ['member', 'clinician', 'others', null],
    ['author', 'clinician', 'own', null],
    ['author', 'clinician', 'others', 'not-author'],
    ['author', 'supervisor', 'others', 'not-author'],
    ['author', 'owner', 'others', 'not-author'],
    ['reviewer', 'clinician', 'others', 'not-supervisor'],
    ['reviewer', 'clinician', 'own', 'not-supervisor'],
    ['reviewer', 'owner', 'others', 'not-supervisor'],
    ['reviewer', 'supervisor', 'others', null],
    ['reviewer', 'supervisor', 'own', 'own-case'],
    ['supervisor', 'supervisor', 'own', null],
    ['supervisor', 'owner', 'none', 'not-supervisor'],
    ['owner', 'owner', 'none', null],
    ['owner', 'supervisor', 'none', 'not-owner'],
    ['on-call', 'on-call', 'none', null],
    ['on-call', 'on-call', 'own', null],
    ['on-call', 'supervisor', 'none', null],
    ['on-call', 'owner', 'none', 'not-on-call'],
  ])('%s by a %s, case %s: %s', (rule, role, whose, no) => {
    expect(denial(rule, being(role), whose)).toBe(no);
  });

  it.each<Standing['kind']>(['guest', 'external', 'bot', 'deactivated', 'unchecked'])(
    'nothing at all by %s',
    (kind) => {
      const standing = { kind } as Standing;
      const rules: Rule[] = ['member', 'author', 'supervisor', 'reviewer', 'owner', 'on-call'];
      expect(rules.map((rule) => denial(rule, standing, 'own'))).toEqual(rules.map(() => kind));
    },
  );

  it('says that a role could not be checked instead of that it is lost', () => {
    const standing: Standing = {
      ...{
        kind: 'member',
        roles: new Set<Role>(['clinician']),
        unchecked: new Set(['supervisor']),
      },
    };
    expect(denial('reviewer', standing, 'others')).toBe('unchecked');
    expect(denial('author', standing, 'own')).toBeNull();
  });
});
