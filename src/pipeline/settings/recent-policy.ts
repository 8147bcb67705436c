import type { Policies } from '../ports.ts';
import type { WorkspacePolicy } from './workspace-policy.ts';

/** How old a policy may be where it is needed for every message, in milliseconds. */
const BELIEVED_MS = 30_000;

/** The policy of an install, at most half a minute old; as last known when it cannot be read. */
export type RecentPolicy = (team: string) => Promise<WorkspacePolicy>;

/** Reads policies at most twice a minute; callers at once share one reading. `now` in milliseconds. */
export function createRecentPolicy(policies: Policies, now: () => number): RecentPolicy {
  const kept = new Map<
    string,
    { readonly until: number; readonly policy: Promise<WorkspacePolicy> }
  >();
  return (team) => {
    const known = kept.get(team);
    if (known && known.until > now()) return known.policy;
    const policy = policies.read(team).catch(() => {
      kept.delete(team);
      return policies.lastKnown(team);
    });
    kept.set(team, { until: now() + BELIEVED_MS, policy });
    return policy;
  };
}
