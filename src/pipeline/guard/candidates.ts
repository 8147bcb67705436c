import { createMayMatch } from '../text/may-match.ts';
import type { NeededParts } from '../text/pattern-shape.ts';

/**
 * Builds the finder of what may match a text at all: of every group of parts that it needs, one stands
 * in the text. Goes through the text once, however many there are.
 */
export function createCandidates<T>(
  all: ReadonlyMap<T, NeededParts>,
): (text: string) => ReadonlySet<T> {
  const near = createMayMatch(all);
  return (text) => {
    const stands = (part: string) => text.includes(part);
    const holdsAll = (one: T) => all.get(one)?.every((group) => group.some(stands)) === true;
    return new Set([...near(text)].filter(holdsAll));
  };
}
