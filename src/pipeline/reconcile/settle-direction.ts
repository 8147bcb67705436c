import type { Label } from '../../knowledge/knowledge.ts';
import type { Direction, Marker, Reading } from '../outcome.ts';

/** The direction that a set of families speaks for. */
function directionOf(families: ReadonlySet<Label['family']>): Direction {
  const away = families.has('withdrawal');
  const against = families.has('confrontation');
  if (families.has('mixed') || (away && against)) return 'mixed';
  if (away) return 'withdrawal';
  return against ? 'confrontation' : 'none';
}

/** What the model said about the direction, and what it could show for it. */
export interface SaidDirection {
  readonly direction: Direction;
  readonly quoted: boolean;
  /** Labels the model stands behind, with evidence that was found. */
  readonly backed: readonly Marker[];
}

/**
 * The direction of the reconciled reading. The clinician's own taps decide; else the model's word
 * counts as far as it has shown something for it: a passage that was found, or a marker of that
 * family. Without either the first reading's direction stands.
 */
export function settleDirection(
  first: Reading,
  said: SaidDirection,
  familyOf: (id: string) => Label['family'],
): Direction {
  const families = (markers: readonly Marker[]) => new Set(markers.map(({ id }) => familyOf(id)));
  const tapped = first.labels.filter(({ source }) => source === 'clinician');
  if (directionOf(families(tapped)) !== 'none') return first.direction;
  const shown = directionOf(families(said.backed));
  if (said.direction === 'none') return shown;
  if (said.quoted || said.direction === shown || shown === 'mixed') return said.direction;
  return shown === 'none' ? first.direction : shown;
}
