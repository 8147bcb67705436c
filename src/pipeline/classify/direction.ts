import { isBoth, leansAgainst, leansAway } from '../direction-of-labels.ts';
import type { Direction } from '../outcome.ts';
import type { ReaderTuning } from './reader-model.ts';

/** How much of a text speaks for a move away, a move against, and both in turn: 0 to 1 each. */
export interface Pulls {
  readonly away: number;
  readonly against: number;
  readonly both: number;
}

/** The largest sum of the probabilities of some columns over all windows. */
function strongest(windows: readonly Float64Array[], columns: readonly number[]): number {
  let most = 0;
  for (const row of windows) {
    let sum = 0;
    for (const at of columns) sum += Math.exp(row[at] as number);
    most = Math.max(most, sum);
  }
  return most;
}

/** Builds what takes the strongest window for each direction, from log-probabilities window by window. */
export function createPullsOf(
  labels: readonly string[],
): (windows: readonly Float64Array[]) => Pulls {
  const columns = (speaks: (id: string) => boolean) =>
    labels.flatMap((id, at) => (speaks(id) ? [at] : []));
  const [away, against, both] = [leansAway, leansAgainst, isBoth].map(columns);
  return (windows) => ({
    away: strongest(windows, away ?? []),
    against: strongest(windows, against ?? []),
    both: strongest(windows, both ?? []),
  });
}

/** Direction of the rupture; 'mixed' needs both sides about equally, or a window that tells of both in turn. */
export function directionOf(pulls: Pulls, from: ReaderTuning['direction']): Direction {
  const against = pulls.against * from.against;
  const strong = Math.max(pulls.away, against);
  const weak = Math.min(pulls.away, against);
  if (pulls.both >= from.both) return 'mixed';
  if (strong < from.seen) return 'none';
  if (weak >= from.seen && weak >= from.balance * strong) return 'mixed';
  return pulls.away >= against ? 'withdrawal' : 'confrontation';
}
