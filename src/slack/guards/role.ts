import type { WebClient } from '@slack/web-api';
import { type PersonFacts, type Standing, standingOf } from '../../pipeline/review/roles.ts';
import type { WorkspacePolicy } from '../../pipeline/settings/workspace-policy.ts';
import { errorCode } from '../error-code.ts';
import type { Identity } from '../identity.ts';
import type { SlackLog } from '../slack-log.ts';
import { LATE, within } from '../within.ts';
import { type UserFacts, userRefusal } from './user.ts';

/** What somebody is in an install at this moment; never rejects. */
export type Roles = (team: string, user: string) => Promise<Standing>;

interface RoleParts {
  readonly clientOf: (team: string) => Promise<WebClient>;
  readonly identityOf: (team: string) => Promise<Identity> | Identity;
  /** The policy as it stands in the store; rejects when it cannot be read. */
  readonly policyOf: (team: string) => Promise<WorkspacePolicy>;
  readonly log: SlackLog;
  readonly now: () => number;
}

/** How long the members of a user group are believed. */
const GROUP_MS = 60_000;
/** How long an answer is waited for; Slack itself waits three seconds for ours. */
const LONGEST_MS = 2_000;

/** Slack's flags, brought down to what decides. */
function factsOf(facts: UserFacts, we: Identity): PersonFacts {
  const none = { deactivated: false, bot: false, external: false, guest: false, admin: false };
  if (facts.deleted) return { ...none, deactivated: true };
  if (facts.is_bot || facts.is_workflow_bot || facts.is_connector_bot)
    return { ...none, bot: true };
  const no = userRefusal(facts, we);
  if (no === 'user-external') return { ...none, external: true };
  if (no !== null) return { ...none, guest: true };
  return { ...none, admin: Boolean(facts.is_admin || facts.is_owner || facts.is_primary_owner) };
}

/**
 * Looks up at every action what somebody is: `users.info` anew, the members of the supervisors' user
 * group at most a minute old, the policy from the store. What is not answered is not believed.
 */
export function createRoles({ clientOf, identityOf, policyOf, log, now }: RoleParts): Roles {
  const groups = new Map<string, { readonly until: number; readonly users: readonly string[] }>();

  async function answered<Answer>(
    kind: string,
    ask: () => Promise<Answer>,
  ): Promise<Answer | null> {
    try {
      const answer = await within(ask(), LONGEST_MS);
      if (answer === LATE) log.warn('slack.role-unanswered', { kind, code: 'late' });
      return answer === LATE ? null : answer;
    } catch (error) {
      log.warn('slack.role-unanswered', { kind, code: errorCode(error) });
      return null;
    }
  }

  async function membersOf(team: string, group: string): Promise<readonly string[]> {
    const id = `${team} ${group}`;
    const known = groups.get(id);
    if (known && known.until > now()) return known.users;
    const client = await clientOf(team);
    const { users } = await client.usergroups.users.list({ usergroup: group });
    if (users === undefined) throw new Error('no users');
    groups.set(id, { until: now() + GROUP_MS, users });
    return users;
  }

  async function personOf(team: string, user: string): Promise<PersonFacts | null> {
    const client = await clientOf(team);
    const answer = await client.users.info({ user });
    const facts = (answer.user as UserFacts | undefined) ?? null;
    return facts === null ? null : factsOf(facts, await identityOf(team));
  }

  return async (team, user) => {
    const [facts, policy] = await Promise.all([
      answered('user', () => personOf(team, user)),
      answered('policy', () => policyOf(team)),
    ]);
    const { supervisorGroup: group = null, supervisors = [] } = policy ?? {};
    const asked = group !== null && !supervisors.includes(user);
    const users = asked ? await answered('group', () => membersOf(team, group)) : null;
    return standingOf(user, facts, users === null ? null : users.includes(user), policy);
  };
}
