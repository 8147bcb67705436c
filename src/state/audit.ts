import type { CaseStore } from '../pipeline/ports.ts';

/** Writes the audit from `since` (ms since the epoch) on, oldest first, as JSON Lines; returns how many. */
export async function exportAudit(
  store: CaseStore,
  since: number,
  write: (line: string) => void,
): Promise<number> {
  const entries = await store.audit(since);
  for (const { at, team, who, what, about } of entries) {
    write(`${JSON.stringify({ at: new Date(at).toISOString(), team, who, what, about })}\n`);
  }
  return entries.length;
}
