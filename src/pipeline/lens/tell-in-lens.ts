import type { LensWords } from '../../knowledge/choice-knowledge.ts';
import type { Intervention, Label } from '../../knowledge/knowledge.ts';
import type { Marker, Reading } from '../outcome.ts';

/** A label told in the words of a school. */
interface LensLine {
  /** Taxonomy id. */
  readonly id: string;
  readonly text: string;
}

/** A reading told in the words of a school, beside the plain one and never in its place. */
export interface LensReading {
  readonly name: string;
  /** What the school attends to. */
  readonly line: string;
  /** One tentative sentence on where the reading points. */
  readonly direction: string;
  /** One tentative sentence for each of the labels that have words of their own, surest first. */
  readonly lines: readonly LensLine[];
}

const MOST_LINES = 4;
/** What people did comes before what may be behind it. */
const ORDER: readonly string[] = [
  'confrontation',
  'withdrawal',
  'mixed',
  'impasse-type',
  'impasse-course',
  'cause',
  'trigger',
  'therapist-side',
];

/**
 * Tells a reading in the words of a school: a view on what stands there. Labels, evidence, direction
 * and safety are neither read anew nor changed.
 *
 * @param label look-up of a taxonomy entry, for its family
 */
export function tellInLens(
  lens: LensWords,
  { direction, labels }: Pick<Reading, 'direction' | 'labels'>,
  label: (id: string) => Pick<Label, 'family'>,
): LensReading {
  const place = ({ id }: Marker) => ORDER.indexOf(label(id).family);
  const worded = labels
    .toSorted((a, b) => place(a) - place(b) || b.confidence - a.confidence)
    .map(({ id }) => ({ id, own: lens.labels[id], family: label(id).family }));
  const own = worded.flatMap(({ id, own: text }) => (text === undefined ? [] : [{ id, text }]));
  const rest = worded.flatMap(({ id, own: text, family }, at) => {
    const first = worded.findIndex((other) => other.family === family) === at;
    const broad = lens.families[family];
    return text === undefined && first && broad !== undefined ? [{ id, text: broad }] : [];
  });
  return {
    ...{ name: lens.name, line: lens.line, direction: lens.directions[direction] },
    lines: [...own, ...rest].slice(0, MOST_LINES),
  };
}

/** What an intervention is in the words of a school, in one line; null when it has none for it. */
export function wayInLens(
  { ways }: LensWords,
  { id, family, speaker }: Pick<Intervention, 'id' | 'family' | 'speaker'>,
): string | null {
  if (speaker === 'self') return null;
  return ways[id] ?? ways[family] ?? null;
}
