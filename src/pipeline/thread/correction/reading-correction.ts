import type { Direction } from '../../outcome.ts';

/** What the clinician said about the direction of a reading, kept with the case. */
export interface ReadingCorrection {
  /** As they see it, or null when they corrected single observations only. */
  readonly direction: Direction | null;
  /** As it had been read. */
  readonly before: Direction;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Whether the de-identified text may be used to improve the reading; only when they said so. */
  readonly mayTeach: boolean;
}

export const DIRECTIONS: readonly Direction[] = ['withdrawal', 'confrontation', 'mixed', 'none'];
