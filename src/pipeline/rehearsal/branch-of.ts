import type { Family } from '../../knowledge/knowledge.ts';
import type { Branch } from '../../knowledge/rehearsal-knowledge.ts';
import type { Direction } from '../outcome.ts';

/** What of a case decides which branch is played. */
export interface CaseSigns {
  readonly direction: Direction;
  /** Labels that hold, the surest first. */
  readonly labels: readonly { readonly id: string; readonly family: Family }[];
}

const speaksFor = (branch: Branch, { id, family }: CaseSigns['labels'][number]) =>
  branch.for.includes(id) || branch.for.includes(family);

/**
 * The branch for a case: by its direction; without one by its surest label. Null when the case shows
 * nothing that could be played.
 */
export function branchOf(
  branches: readonly Branch[],
  { direction, labels }: CaseSigns,
): Branch | null {
  const [first] = labels;
  if (first === undefined) return null;
  if (direction !== 'none') {
    const pointed = branches.find(({ directions }) => directions.includes(direction));
    if (pointed) return pointed;
  }
  return (
    branches.find((branch) => speaksFor(branch, first)) ??
    branches.find((branch) => labels.some((label) => speaksFor(branch, label))) ??
    null
  );
}
