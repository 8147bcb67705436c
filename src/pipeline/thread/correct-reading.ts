import type { Label } from '../../knowledge/knowledge.ts';
import { directionOfLabels } from '../direction-of-labels.ts';
import type { Marker, Reading, Whose } from '../outcome.ts';
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

/**
 * The reading with the clinician's own observation on top: what they tapped is asserted, what they
 * refused is gone, and their taps decide the direction together with what else is asserted. The
 * clinician's correction wins over rules and model.
 */
export function correctReading(
  reading: Reading,
  kase: Pick<CaseThread, 'tapped' | 'refused'>,
  label: (id: string) => Label,
): Reading {
  if (kase.tapped.length === 0 && kase.refused.length === 0) return reading;
  const kept = reading.labels.filter(
    ({ id }) => !kase.refused.includes(id) && !kase.tapped.includes(id),
  );
  const labels = [...kase.tapped.map((id) => tappedMarker(reading, label(id))), ...kept];
  const answered = new Set([...kase.tapped, ...kase.refused]);
  const said = directionOfLabels(labels.map(({ id }) => id));
  return {
    direction: said ?? 'none',
    enoughInfo: reading.enoughInfo || kase.tapped.length > 0,
    labels,
    candidates: reading.candidates.filter(({ id }) => !answered.has(id)),
  };
}
