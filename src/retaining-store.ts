import type { CaseStore } from './pipeline/ports.ts';
import type { RecentPolicy } from './pipeline/settings/recent-policy.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** What is kept for less is let go on purpose. */
const LEAST_MS = 60 * 60 * 1000;

/**
 * A store in which cases and what waits for them live as long as the owner of their workspace decided,
 * where that differs from the installer's setting.
 *
 * @param retentionMs the installer's setting, which callers count with
 */
export function retainingStore(
  store: CaseStore,
  retentionMs: number,
  recentPolicy: RecentPolicy,
): CaseStore {
  const lives = async (team: string, ttlMs: number): Promise<number> => {
    if (ttlMs < LEAST_MS) return ttlMs;
    const { retentionDays } = await recentPolicy(team);
    if (retentionDays === null) return ttlMs;
    return Math.max(1, ttlMs + retentionDays * DAY_MS - retentionMs);
  };
  const waits = async (team: string, ttlMs: number | undefined) =>
    ttlMs === retentionMs ? lives(team, ttlMs) : ttlMs;
  return {
    ...store,
    append: async (key, event, ttlMs) => store.append(key, event, await waits(key.team, ttlMs)),
    enqueue: async (key, event, ttlMs) => store.enqueue(key, event, await waits(key.team, ttlMs)),
    commit: async (key, kase, done, ttlMs) =>
      store.commit(key, kase, done, await lives(key.team, ttlMs)),
  };
}
