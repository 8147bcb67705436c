import { createPartFinder, KEY } from '../text/part-finder.ts';
import { type NeededParts, tellingGroup } from '../text/pattern-shape.ts';

/** The parts one of which has to be met before anything else is looked at; none where one is too short. */
function first(needs: NeededParts): readonly string[] {
  const parts = tellingGroup(needs);
  return parts.some(({ length }) => length < KEY) ? [] : parts;
}

/**
 * Builds the finder of what may match a text at all: of every group of parts that it needs, one stands
 * in the text. Goes through the text once, however many there are.
 */
export function createCandidates<T>(
  all: ReadonlyMap<T, NeededParts>,
): (text: string) => ReadonlySet<T> {
  const byPart = new Map<string, T[]>();
  const always: T[] = [];
  for (const [one, needs] of all) {
    const parts = first(needs);
    if (parts.length === 0) always.push(one);
    for (const part of parts) {
      const others = byPart.get(part);
      if (others === undefined) byPart.set(part, [one]);
      else others.push(one);
    }
  }
  const partsIn = createPartFinder(byPart.keys());

  return (text) => {
    const near = [...always, ...[...partsIn(text)].flatMap((part) => byPart.get(part) ?? [])];
    const stands = (part: string) => text.includes(part);
    const holdsAll = (one: T) => all.get(one)?.every((group) => group.some(stands)) === true;
    return new Set([...new Set(near)].filter(holdsAll));
  };
}
