import type { Assessment } from '../outcome.ts';
import type { CaseThread, ThreadState } from './case-thread.ts';

/** Where the case stands in `sm-bot-thread` after this reading. */
export function nextState(kase: CaseThread, assessment: Assessment): ThreadState {
  if (assessment.safety.status !== 'clear' || kase.stillOpen) return 'T1-safety';
  if (kase.helpful !== null || kase.tries.length > 0) return 'T5-follow-up';
  if (assessment.formulation === null) return 'T2-gaps';
  return kase.tapped.length > 0 ? 'T4-options' : 'T3-formulate';
}
