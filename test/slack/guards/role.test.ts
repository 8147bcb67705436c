import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../../src/pipeline/settings/workspace-policy.ts';
import { createRoles, type Roles } from '../../../src/slack/guards/role.ts';

const TEAM = 'T01TEST';
const USER = 'U03SUPER';
const we = { install: TEAM, team: TEAM, enterprise: null, botUser: 'U0IMPASSE', bot: null };

let facts: object | null;
let group: readonly string[] | null;
let policy: typeof DEFAULT_POLICY | null;
let now: number;
let asked: string[];
let roles: Roles;

const answer = async <Answer>(method: string, given: Answer | null): Promise<Answer> => {
  asked.push(method);
  if (given === null) throw new Error('internal_error');
  return given;
};
const client = {
  users: {
    info: () => answer('users.info', facts && { user: { id: USER, team_id: TEAM, ...facts } }),
  },
  usergroups: { users: { list: () => answer('usergroups.users.list', group && { users: group }) } },
};

beforeEach(() => {
  facts = {};
  group = [USER];
  policy = { ...DEFAULT_POLICY, supervisorGroup: 'S01' };
  now = 0;
  asked = [];
  roles = createRoles({
    ...{ clientOf: async () => client as never, identityOf: () => we, now: () => now },
    policyOf: async () => (await answer('policy', policy)) ?? DEFAULT_POLICY,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
});
const held = async () => {
  const standing = await roles(TEAM, USER);
  return standing.kind === 'member' ? [...standing.roles].sort() : standing.kind;
};

describe('what somebody is', () => {
  it.each<[object, string]>([
    [{ deleted: true, is_admin: true }, 'deactivated'],
    [{ is_bot: true }, 'bot'],
    [{ is_workflow_bot: true }, 'bot'],
    [{ is_stranger: true }, 'external'],
    [{ team_id: 'T99OTHER', is_owner: true }, 'external'],
    [{ is_restricted: true }, 'guest'],
    [{ is_ultra_restricted: true, is_restricted: true }, 'guest'],
  ])('%j makes no member', async (given, kind) => {
    facts = given;
    expect(await held()).toBe(kind);
  });

  it.each(['is_admin', 'is_owner', 'is_primary_owner'])('%s makes an owner', async (flag) => {
    facts = { [flag]: true };
    expect(await held()).toContain('owner');
  });

  it('is asked anew at every action, the group once a minute', async () => {
    await held();
    await held();
    now = 59_000;
    await held();
    expect(asked.filter((method) => method === 'users.info')).toHaveLength(3);
    expect(asked.filter((method) => method === 'usergroups.users.list')).toHaveLength(1);
    group = [];
    now = 60_001;
    expect(await held()).toEqual(['clinician']);
  });

  it('does not remember that the group did not answer', async () => {
    group = null;
    expect(await roles(TEAM, USER)).toMatchObject({ unchecked: new Set(['supervisor']) });
    group = [USER];
    expect(await held()).toContain('supervisor');
  });

  it('is unchecked while Slack does not answer', async () => {
    facts = null;
    expect(await held()).toBe('unchecked');
  });

  it('is a clinician for certain, and nothing else, while the policy cannot be read', async () => {
    policy = null;
    expect(await roles(TEAM, USER)).toMatchObject({
      roles: new Set(['clinician']),
      unchecked: new Set(['supervisor', 'on-call', 'owner']),
    });
  });

  it('needs no user group where supervisors are named', async () => {
    policy = { ...DEFAULT_POLICY, supervisors: [USER] };
    expect(await held()).toContain('supervisor');
    expect(asked).not.toContain('usergroups.users.list');
  });
});
