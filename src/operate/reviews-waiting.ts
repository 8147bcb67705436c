import type { RecordStore } from '../pipeline/ports.ts';
import type { ReviewsWaiting } from './queue-gauges.ts';

const FRESH_MS = 60_000;

/**
 * What waits for supervisors in the workspaces this process has worked for since its start, counted at
 * most once a minute because every review has to be opened for it.
 */
export function createReviewsWaiting(records: Pick<RecordStore, 'all'>, now: () => number) {
  const teams = new Set<string>();
  let counted: { readonly at: number; readonly waiting: Promise<ReviewsWaiting> } | null = null;

  async function count(): Promise<ReviewsWaiting> {
    const all = await Promise.all([...teams].map((team) => records.all(team, 'review')));
    const since = all
      .flat()
      .filter(({ value }) => value.state === 'waiting')
      .map(({ value }) => value.since);
    const oldest = since.reduce((least, one) => Math.min(least, one), now());
    return { count: since.length, oldestMs: now() - oldest };
  }

  return {
    seen: (team: string) => void teams.add(team),
    waiting: (): Promise<ReviewsWaiting> => {
      if (counted === null || now() - counted.at >= FRESH_MS) {
        const waiting = count();
        counted = { at: now(), waiting };
        waiting.catch(() => {
          counted = null;
        });
      }
      return counted.waiting;
    },
  };
}
