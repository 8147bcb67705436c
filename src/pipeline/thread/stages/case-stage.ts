/** One step of a stage model that a case seemed to be at. */
export interface StageVisit {
  /** Id of the stage model (`sm-withdrawal` …) and of its state (`W2-disembed` …). */
  readonly machine: string;
  readonly state: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Id of the turn or act that was the reason. */
  readonly from: string;
}

/** Where a case seems to be in a stage model, and the way it took; a guide, never a score. */
export interface CaseStage extends Pick<StageVisit, 'machine' | 'state'> {
  /** Since when it has been there, in milliseconds since the epoch. */
  readonly since: number;
  /** Every step so far, oldest first; the last one is where it is. Loops and skips are allowed. */
  readonly path: readonly StageVisit[];
}

/** The longest path that is kept; the oldest steps go first. */
const LONGEST_PATH = 40;

/** The stage at the end of a path, or null when nothing is on it. */
export function stageOf(path: readonly StageVisit[]): CaseStage | null {
  const kept = path.slice(-LONGEST_PATH);
  const last = kept.at(-1);
  if (last === undefined) return null;
  return { machine: last.machine, state: last.state, since: last.at, path: kept };
}
