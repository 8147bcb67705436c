import type { Policies, RecordStore } from './pipeline/ports.ts';
import { DEFAULT_POLICY, type WorkspacePolicy } from './pipeline/settings/workspace-policy.ts';

/** The policies of all installs, remembered as last read so that nothing urgent waits for the store. */
export function createPolicies(records: Pick<RecordStore, 'read'>): Policies {
  const known = new Map<string, WorkspacePolicy>();
  return {
    async read(team) {
      const policy = (await records.read({ team, kind: 'policy', id: '' })) ?? DEFAULT_POLICY;
      known.set(team, policy);
      return policy;
    },
    lastKnown: (team) => known.get(team) ?? DEFAULT_POLICY,
  };
}

/** Whom safety replies name and whether people on call are told, as last known of an install. */
export function dutyOf(policies: Pick<Policies, 'lastKnown'>) {
  return (team: string) => {
    const { contacts, onCall, workingHours } = policies.lastKnown(team);
    return { contacts, onCall: onCall.length > 0, zone: workingHours.zone };
  };
}
