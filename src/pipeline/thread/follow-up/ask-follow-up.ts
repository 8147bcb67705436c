import type { ThreadEvent } from '../../message.ts';
import { answeredTurn } from '../answered-turn.ts';
import type { CaseThread } from '../case-thread.ts';
import { questionId } from './plan-follow-up.ts';

/** True for the event by which a rung alarm asks that the question be put. */
export const isAsk = (event: ThreadEvent) =>
  event.kind === 'act' && event.does === 'ask-follow-up' && event.by === 'system';

/**
 * The case with the planned question asked, or null when it must not be: it was asked before, moved,
 * or switched off; something is open for safety, which then stands alone; the reading is held back
 * until the clinician has noted their own guess.
 */
export function askFollowUp(kase: CaseThread, ask: ThreadEvent): CaseThread | null {
  if (ask.kind !== 'act' || !isAsk(ask)) return null;
  const { followUp, assessment } = kase;
  const { due, off, allowed } = followUp;
  if (due === null || due > ask.at || off || !allowed) return null;
  if (questionId(kase) !== ask.value) return null;
  if (assessment === null || assessment.safety.status !== 'clear' || kase.stillOpen) return null;
  if (kase.hypothesis?.state === 'asked') return null;
  const after = answeredTurn({ ...kase, followUp: { ...followUp, asked: null } })?.id ?? '';
  const asked = { id: ask.value, at: ask.at, after, answer: null };
  return { ...kase, followUp: { ...followUp, next: null, due: null, asked } };
}
