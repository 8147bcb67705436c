import type { Label } from '../../knowledge/knowledge.ts';

const ID = /\b(?:wd|cf|mx|imp|pat|cau|trg|th)-[a-z-]{2,40}(?<!-)/g;

/** For every label the ids it must not be confused with, from the 'not' texts of the taxonomy, both ways. */
export function conflictsOf(taxonomy: readonly Label[]): (a: string, b: string) => boolean {
  const known = new Set(taxonomy.map(({ id }) => id));
  const pairs = new Set(
    taxonomy
      .filter((label) => !/code both/.test(label.not))
      .flatMap((label) =>
        [...label.not.matchAll(ID)]
          .map(([id]) => id)
          .filter((id) => known.has(id))
          .flatMap((id) => [`${label.id} ${id}`, `${id} ${label.id}`]),
      ),
  );
  return (a, b) => pairs.has(`${a} ${b}`);
}
