import type { CaseThread, KeptTurn } from './case-thread.ts';

/**
 * The turn our newest message answers: the author's last one, or a later one in which somebody else
 * raised a safety matter. Colleagues' remarks in between are not answered.
 */
export function answeredTurn(kase: CaseThread): KeptTurn | undefined {
  return kase.turns.findLast((turn) => turn.author === kase.author || turn.flags.length > 0);
}
