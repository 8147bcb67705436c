import type { Direction } from '../outcome.ts';
import type { ReaderTuning } from './reader-model.ts';

/** How much of a text speaks for a move away, a move against, and both in turn: 0 to 1 each. */
export interface Pulls {
  readonly away: number;
  readonly against: number;
  readonly both: number;
}

const sumOf = (row: Float64Array, labels: readonly string[], prefix: string) =>
  labels.reduce((sum, id, at) => (id.startsWith(prefix) ? sum + Math.exp(row[at] ?? -99) : sum), 0);

/** The strongest window for each direction, from log-probabilities window by window. */
export function pullsOf(windows: readonly Float64Array[], labels: readonly string[]): Pulls {
  const most = (prefix: string) =>
    windows.reduce((best, row) => Math.max(best, sumOf(row, labels, prefix)), 0);
  return { away: most('wd-'), against: most('cf-'), both: most('mx-') };
}

/** Direction of the rupture; 'mixed' needs both sides, or a window that tells of both in turn. */
export function directionOf(pulls: Pulls, from: ReaderTuning['direction']): Direction {
  const away = pulls.away >= from.away;
  const against = pulls.against >= from.against;
  if ((away && against) || pulls.both >= from.both) return 'mixed';
  if (away) return 'withdrawal';
  return against ? 'confrontation' : 'none';
}

/** Direction that asserted labels settle, or null when none of them speaks of it. */
export function directionOfLabels(ids: readonly string[]): Direction | null {
  const has = (prefix: string) => ids.some((id) => id.startsWith(prefix));
  if (has('mx-') || (has('wd-') && has('cf-'))) return 'mixed';
  if (has('wd-')) return 'withdrawal';
  return has('cf-') ? 'confrontation' : null;
}
