import type { Direction, Reading } from '../../outcome.ts';
import type { Hypothesis } from './hypothesis.ts';

/** Where a guess and a reading seem to agree and differ: taxonomy ids and directions. */
export interface Compared {
  readonly both: readonly string[];
  readonly onlyYours: readonly string[];
  readonly onlyOurs: readonly string[];
  readonly directions: { readonly yours: Direction; readonly ours: Direction };
}

/** Families of labels that a guess is about; a trigger or the frame is told rather than guessed. */
const GUESSED = /^(?:wd|cf|mx|cau|pat|imp|th)-/;
const MOST = 3;

/** Holds the clinician's guess beside the reading. */
export function compareGuess(
  { sees, direction }: Hypothesis,
  reading: Pick<Reading, 'labels' | 'direction'>,
): Compared {
  const yours = sees ?? [];
  const ours = reading.labels.map(({ id }) => id).filter((id) => GUESSED.test(id));
  return {
    both: yours.filter((id) => ours.includes(id)).slice(0, MOST),
    onlyYours: yours.filter((id) => !ours.includes(id)).slice(0, MOST),
    onlyOurs: ours.filter((id) => !yours.includes(id)).slice(0, MOST),
    directions: { yours: direction ?? 'none', ours: reading.direction },
  };
}
