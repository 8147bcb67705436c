import type { Circumstances } from '../../circumstances.ts';
import type { CaseThread } from '../case-thread.ts';
import { unread } from './hypothesis.ts';

/**
 * The case with the clinician's own guess asked for, when they chose that and have not seen a reading
 * of it yet. Safety is answered before and apart from it.
 */
export function askHypothesis(
  before: CaseThread,
  kase: CaseThread,
  { settings }: Pick<Circumstances, 'settings'>,
): CaseThread {
  if (!settings.hypothesisFirst || kase.hypothesis !== null) return kase;
  const { assessment, stillOpen } = before;
  const seen = assessment !== null && assessment.safety.status === 'clear' && !stillOpen;
  return seen ? kase : { ...kase, hypothesis: unread('asked') };
}
