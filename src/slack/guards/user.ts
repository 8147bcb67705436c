import type { Identity } from '../identity.ts';
import type { Refusal } from '../views/refusal.ts';

/** What `users.info` says about a user; a flag that Slack does not send is not set. */
export interface UserFacts {
  readonly team_id?: string;
  readonly deleted?: boolean;
  readonly is_bot?: boolean;
  readonly is_workflow_bot?: boolean;
  readonly is_connector_bot?: boolean;
  readonly is_restricted?: boolean;
  readonly is_ultra_restricted?: boolean;
  readonly is_stranger?: boolean;
  readonly is_admin?: boolean;
  readonly is_owner?: boolean;
  readonly is_primary_owner?: boolean;
  readonly enterprise_user?: { readonly enterprise_id?: string };
}

function isOutside(facts: UserFacts, we: Identity): boolean {
  if (facts.is_stranger) return true;
  if (!facts.team_id || facts.team_id === we.team) return false;
  const { enterprise } = we;
  return enterprise === null || facts.enterprise_user?.enterprise_id !== enterprise;
}

/**
 * Why this person is not answered, or null when they are: guests, people of other organisations,
 * deactivated users and bots are not, and neither is anybody Slack did not answer about.
 */
export function userRefusal(facts: UserFacts | null, we: Identity): Refusal | null {
  if (facts === null) return 'user-unchecked';
  if (facts.deleted || facts.is_bot || facts.is_workflow_bot || facts.is_connector_bot) {
    return 'user-external';
  }
  if (isOutside(facts, we)) return 'user-external';
  return facts.is_restricted || facts.is_ultra_restricted ? 'user-guest' : null;
}
