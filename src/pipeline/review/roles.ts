import type { WorkspacePolicy } from '../settings/workspace-policy.ts';

/** What a member of the workspace may be, one beside the other. Every full member is a clinician. */
export type Role = 'clinician' | 'supervisor' | 'owner' | 'on-call';

/** Why somebody has no role at all. */
export type NoRole = 'guest' | 'external' | 'bot' | 'deactivated' | 'unchecked';

/** What Slack says of a person, brought down to what decides. */
export interface PersonFacts {
  readonly deactivated: boolean;
  readonly bot: boolean;
  readonly external: boolean;
  readonly guest: boolean;
  /** One of Slack's own admins or owners of the workspace. */
  readonly admin: boolean;
}

/** What somebody is in this workspace at this moment. */
export type Standing =
  | {
      readonly kind: 'member';
      readonly roles: ReadonlySet<Role>;
      /** Roles that could not be looked up just now: they are not held, and not denied either. */
      readonly unchecked: ReadonlySet<Role>;
    }
  | { readonly kind: NoRole };

type Named = Pick<WorkspacePolicy, 'supervisors' | 'owners' | 'onCall' | 'supervisorGroup'>;

/** Why these facts allow nothing, or null when they are those of a full member. */
function noRole(facts: PersonFacts | null): NoRole | null {
  if (facts === null) return 'unchecked';
  if (facts.deactivated) return 'deactivated';
  if (facts.bot) return 'bot';
  if (facts.external) return 'external';
  return facts.guest ? 'guest' : null;
}

/** Roles that lists of the policy name somebody for. */
function namedAs(user: string, policy: Named): Role[] {
  const named: readonly (readonly [Role, readonly string[]])[] = [
    ['owner', policy.owners],
    ['on-call', policy.onCall],
    ['supervisor', policy.supervisors],
  ];
  return named.filter(([, users]) => users.includes(user)).map(([role]) => role);
}

/**
 * The roles of one person, from what Slack answered just now and what the owner decided.
 *
 * @param facts null when Slack did not answer about the person
 * @param inGroup whether they are in the supervisors' user group; null when Slack did not answer
 * @param policy null when the policy could not be read: only clinician is certain then
 */
export function standingOf(
  user: string,
  facts: PersonFacts | null,
  inGroup: boolean | null,
  policy: Named | null,
): Standing {
  const no = noRole(facts);
  if (no !== null || facts === null) return { kind: no ?? 'unchecked' };
  const slack: readonly Role[] = facts.admin ? ['clinician', 'owner'] : ['clinician'];
  if (policy === null) {
    const unchecked: readonly Role[] = ['supervisor', 'on-call', 'owner'];
    const unknown = unchecked.filter((role) => !slack.includes(role));
    return { kind: 'member', roles: new Set(slack), unchecked: new Set(unknown) };
  }
  const roles = new Set([...slack, ...namedAs(user, policy)]);
  const byGroup = policy.supervisorGroup !== null && !roles.has('supervisor');
  if (byGroup && inGroup === true) roles.add('supervisor');
  const unchecked: readonly Role[] = byGroup && inGroup === null ? ['supervisor'] : [];
  return { kind: 'member', roles, unchecked: new Set(unchecked) };
}
