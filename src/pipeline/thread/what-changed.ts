import type { Assessment, Marker } from '../outcome.ts';

/** Words with `{slot}`s, by key (knowledge/words-….yml). */
export type Say = (key: string, slots?: Readonly<Record<string, string>>) => string;

const ids = (assessment: Assessment) => assessment.reading.labels.map((label) => label.id);
const byClinician = (label: Marker) => label.source === 'clinician';

/**
 * Plain sentences on what moved between two readings of the same case, most telling first; empty
 * when nothing did or when there was no reading before.
 *
 * @param seen what one would have seen, for a taxonomy id
 */
export function whatChanged(
  before: Assessment | null,
  after: Assessment,
  say: Say,
  seen: (id: string) => string,
): readonly string[] {
  if (before === null) return [];
  const lines: string[] = [];
  if (before.safety.status !== after.safety.status) {
    lines.push(say(`changed.safety.${after.safety.status}`));
  }
  if (before.reading.direction !== after.reading.direction) {
    lines.push(
      say('changed.direction', {
        before: say(`direction.${before.reading.direction}`),
        after: say(`direction.${after.reading.direction}`),
      }),
    );
  }
  const added = after.reading.labels.filter((label) => !ids(before).includes(label.id));
  for (const label of added) {
    lines.push(
      say(byClinician(label) ? 'changed.tapped' : 'changed.added', { seen: seen(label.id) }),
    );
  }
  for (const id of ids(before).filter((old) => !ids(after).includes(old))) {
    lines.push(say('changed.dropped', { seen: seen(id) }));
  }
  return lines;
}
