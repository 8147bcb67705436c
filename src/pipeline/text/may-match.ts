import { createPartFinder, KEY } from './part-finder.ts';
import { type NeededParts, tellingGroup } from './pattern-shape.ts';

/** The parts one of which has to be met before anything else is looked at; none where one is too short. */
function partsOf(needs: NeededParts): readonly string[] {
  const parts = tellingGroup(needs);
  return parts.every(({ length }) => length >= KEY) ? parts : [];
}

/**
 * Builds the finder of what may match a text at all: one of the parts it needs most stands there, or none
 * that could be looked for is known. Goes through the text once, however many there are.
 */
export function createMayMatch<T>(
  all: Iterable<readonly [T, NeededParts]>,
): (text: string) => ReadonlySet<T> {
  const keyed = Array.from(all, ([of, needs]) => ({ of, parts: partsOf(needs) }));
  const pairs = keyed.flatMap(({ of, parts }) => parts.map((part) => ({ part, of })));
  const byPart = Map.groupBy(pairs, ({ part }) => part);
  const always = keyed.filter(({ parts }) => parts.length === 0).map(({ of }) => of);
  const partsIn = createPartFinder(byPart.keys());
  return (text) => {
    const near = new Set(always);
    for (const part of partsIn(text)) for (const { of } of byPart.get(part) ?? []) near.add(of);
    return near;
  };
}
