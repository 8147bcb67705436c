import type { Label } from '../../knowledge/knowledge.ts';
import { directionOfLabels } from '../direction-of-labels.ts';
import type { Direction, Marker, Reading, Whose } from '../outcome.ts';
import type { CaseThread } from './case-thread.ts';

const WHOSE: Partial<Record<Label['family'], Whose>> = {
  withdrawal: 'patient',
  confrontation: 'patient',
  mixed: 'patient',
  'therapist-side': 'therapist',
  trigger: 'frame',
};

function tappedMarker(reading: Reading, label: Label): Marker {
  const offered = reading.candidates.find((candidate) => candidate.id === label.id);
  return {
    id: label.id,
    confidence: 1,
    whose: WHOSE[label.family] ?? 'both',
    evidence: offered?.evidence ?? [],
    source: 'clinician',
    contested: false,
  };
}

/** What does not fit a direction the clinician said, by family. */
const AGAINST: Readonly<Record<Direction, readonly Label['family'][]>> = {
  withdrawal: ['confrontation', 'mixed'],
  confrontation: ['withdrawal', 'mixed'],
  mixed: [],
  none: ['withdrawal', 'confrontation', 'mixed'],
};

/**
 * The reading with the clinician's own observation on top: what they tapped is asserted, what they
 * refused is gone, and their taps decide the direction together with what else is asserted, unless they
 * said the direction themselves: then what speaks for another one is gone too. The clinician's
 * correction wins over rules and model.
 */
export function correctReading(
  reading: Reading,
  kase: Pick<CaseThread, 'tapped' | 'refused' | 'correction'>,
  label: (id: string) => Label,
): Reading {
  const direction = kase.correction?.direction ?? null;
  if (kase.tapped.length === 0 && kase.refused.length === 0 && direction === null) return reading;
  const kept = reading.labels.filter(
    ({ id }) =>
      !kase.refused.includes(id) &&
      !kase.tapped.includes(id) &&
      !AGAINST[direction ?? 'mixed'].includes(label(id).family),
  );
  const labels = [...kase.tapped.map((id) => tappedMarker(reading, label(id))), ...kept];
  const answered = new Set([...kase.tapped, ...kase.refused]);
  const said = directionOfLabels(labels.map(({ id }) => id));
  return {
    direction: direction ?? said ?? 'none',
    enoughInfo: reading.enoughInfo || kase.tapped.length > 0 || direction !== null,
    labels,
    candidates: reading.candidates.filter(({ id }) => !answered.has(id)),
  };
}
