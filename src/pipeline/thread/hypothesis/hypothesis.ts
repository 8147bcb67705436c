import type { Direction } from '../../outcome.ts';

/** The clinician's own guess, noted before they see the reading. */
export interface Hypothesis {
  /** `asked` holds the reading back until the guess is given or skipped. */
  readonly state: 'asked' | 'given' | 'skipped';
  /** Id of the turn that holds it, or null. */
  readonly turn: string | null;
  /** Taxonomy ids that a reading of the guess alone shows, or null while it was not read. */
  readonly sees: readonly string[] | null;
  /** Where the guess points, or null while it was not read. */
  readonly direction: Direction | null;
}

/** A guess of which nothing is known yet. */
export const unread = (state: Hypothesis['state'], turn: string | null = null): Hypothesis => ({
  ...{ state, turn, sees: null, direction: null },
});
