import type { KeptTurn } from '../case-thread.ts';
import type { Tried } from '../tried.ts';

/** Tries without effect after which another way is due. */
const ENOUGH = 2;

/**
 * Signals that what came of earlier tries sets: after two without effect in a row another strategy or
 * a higher rung is due; after one that made it worse a person comes first, until more is told.
 */
export function courseSignals(
  tries: readonly Tried[],
  turns: readonly Pick<KeptTurn, 'id' | 'at'>[],
): string[] {
  const used = tries.filter(({ how }) => how !== 'not-used');
  const last = used.at(-1);
  if (last === undefined) return [];
  const row = used.slice(
    used.findLastIndex(({ how }) => how === 'helped' || how === 'resolved') + 1,
  );
  const toldMore = turns.some(({ id, at }) => at > last.at && id !== last.id);
  return [
    ...(row.length >= ENOUGH ? ['sg-tried-twice'] : []),
    ...(last.how === 'worse' && !toldMore ? ['sg-got-worse'] : []),
  ];
}
