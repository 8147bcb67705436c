import { isBoth, leansAgainst, leansAway } from '../direction-of-labels.ts';
import type { Direction } from '../outcome.ts';
import type { ReaderTuning } from './reader-model.ts';

/** How much of a text speaks for a move away, a move against, and both in turn: 0 to 1 each. */
export interface Pulls {
  readonly away: number;
  readonly against: number;
  readonly both: number;
}

/** The strongest window for each direction, from log-probabilities window by window. */
export function pullsOf(windows: readonly Float64Array[], labels: readonly string[]): Pulls {
  const most = (speaks: (id: string) => boolean) => {
    const columns = labels.flatMap((id, at) => (speaks(id) ? [at] : []));
    return windows.reduce(
      (best, row) =>
        Math.max(
          best,
          columns.reduce((sum, at) => sum + Math.exp(row[at] ?? Number.NEGATIVE_INFINITY), 0),
        ),
      0,
    );
  };
  return { away: most(leansAway), against: most(leansAgainst), both: most(isBoth) };
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
