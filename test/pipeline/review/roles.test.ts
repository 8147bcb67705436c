import { describe, expect, it } from 'vitest';
import { type PersonFacts, standingOf } from '../../../src/pipeline/review/roles.ts';
import { DEFAULT_POLICY } from '../../../src/pipeline/settings/workspace-policy.ts';

const USER = 'U09SUPER';
const member: PersonFacts = {
  ...{ deactivated: false, bot: false, external: false, guest: false, admin: false },
};
const grouped = { ...DEFAULT_POLICY, supervisorGroup: 'S01' };

const rolesOf = (...given: Parameters<typeof standingOf>) => {
  const standing = standingOf(...given);
  return standing.kind === 'member' ? [...standing.roles].sort() : standing.kind;
};

describe('roles of a person', () => {
  it.each<[string, PersonFacts | null, string]>([
    ['guest', { ...member, guest: true }, 'guest'],
    ['somebody of another organisation', { ...member, external: true }, 'external'],
    ['bot', { ...member, bot: true }, 'bot'],
    ['deactivated person', { ...member, deactivated: true, admin: true }, 'deactivated'],
    ['person Slack did not answer about', null, 'unchecked'],
  ])('has no role: %s, whatever lists name them', (_who, facts, kind) => {
    const policy = { ...grouped, supervisors: [USER], owners: [USER], onCall: [USER] };
    expect(standingOf(USER, facts, true, policy)).toEqual({ kind });
  });

  it.each<[string, boolean | null, Partial<typeof DEFAULT_POLICY>, string[]]>([
    ['a full member', null, {}, ['clinician']],
    ['a member of the group', true, { supervisorGroup: 'S01' }, ['clinician', 'supervisor']],
    ['somebody outside the group', false, { supervisorGroup: 'S01' }, ['clinician']],
    ['a member of a group nobody named', true, {}, ['clinician']],
    ['a named supervisor', false, { supervisors: [USER] }, ['clinician', 'supervisor']],
    ['a named owner', false, { owners: [USER] }, ['clinician', 'owner']],
    ['somebody on call', false, { onCall: [USER] }, ['clinician', 'on-call']],
    ['somebody who is named nowhere', false, { supervisors: ['U01OTHER'] }, ['clinician']],
  ])('are those of %s', (_who, inGroup, over, roles) => {
    expect(rolesOf(USER, member, inGroup, { ...DEFAULT_POLICY, ...over })).toEqual(roles);
  });

  it('make an owner of an admin of the workspace', () => {
    expect(rolesOf(USER, { ...member, admin: true }, null, DEFAULT_POLICY)).toContain('owner');
  });

  it('are unchecked, not lost, while the group does not answer', () => {
    const standing = standingOf(USER, member, null, grouped);
    expect(standing).toMatchObject({ kind: 'member', unchecked: new Set(['supervisor']) });
  });

  it('do not wait for the group when the person is named', () => {
    expect(rolesOf(USER, member, null, { ...grouped, supervisors: [USER] })).toContain(
      'supervisor',
    );
  });

  it('are unchecked but for clinician while the policy cannot be read', () => {
    const standing = standingOf(USER, member, null, null);
    expect(standing).toMatchObject({
      roles: new Set(['clinician']),
      unchecked: new Set(['supervisor', 'on-call', 'owner']),
    });
  });
});
