import type { KeptTurn } from '../case-thread.ts';
import type { Tried } from '../tried.ts';
import type { CaseStage } from './case-stage.ts';

/** Tries without effect after which another way is due. */
const ENOUGH = 2;

/**
 * Signals that what came of earlier tries sets: after two without effect in a row another strategy or
 * a higher rung is due; after one that made it worse a person comes first, until more is told. At the
 * end of a stage model no further words are called for.
 */
export function courseSignals(
  tries: readonly Tried[],
  turns: readonly Pick<KeptTurn, 'id' | 'at'>[],
  stage: Pick<CaseStage, 'state'> | null,
): string[] {
  const through = stage?.state === 'resolved' ? ['sg-worked-through'] : [];
  const used = tries.filter(({ how }) => how !== 'not-used');
  const last = used.at(-1);
  if (last === undefined) return through;
  const row = used.slice(
    used.findLastIndex(({ how }) => how === 'helped' || how === 'resolved') + 1,
  );
  const toldMore = turns.some(({ id, at }) => at > last.at && id !== last.id);
  return [
    ...through,
    ...(row.length >= ENOUGH ? ['sg-tried-twice'] : []),
    ...(last.how === 'worse' && !toldMore ? ['sg-got-worse'] : []),
  ];
}
