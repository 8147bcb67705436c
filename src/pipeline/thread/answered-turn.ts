import type { CaseThread, KeptTurn } from './case-thread.ts';

/**
 * What our newest message answers: the author's last turn, a later one in which somebody else raised
 * a safety matter, or a follow-up question of ours that was answered after both, whose message then
 * holds the reading. Colleagues' remarks in between are not answered; a guess noted in a modal is
 * shown where it was asked for.
 */
export function answeredTurn(kase: CaseThread): Pick<KeptTurn, 'id' | 'ts'> | undefined {
  const { asked } = kase.followUp;
  const turn = kase.turns.findLast(
    ({ author, flags, about }) =>
      (author === kase.author && about === undefined) || flags.length > 0,
  );
  if (turn === undefined || asked === null || asked.answer === null) return turn;
  return asked.after === turn.id ? { id: asked.id, ts: turn.ts } : turn;
}
