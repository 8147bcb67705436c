import type { Assessment } from '../outcome.ts';
import type { CaseThread } from './case-thread.ts';
import { nextState } from './next-state.ts';

const union = (kept: readonly string[], added: readonly string[]) => [
  ...new Set([...kept, ...added]),
];

/** The case with this reading kept, and with what was asked and shown remembered. */
export function keep(kase: CaseThread, assessment: Assessment): CaseThread {
  const unseen = kase.hypothesis?.state === 'asked';
  const gated = assessment.safety.status !== 'clear' || kase.stillOpen || unseen;
  const { phrases, consultation } = assessment.suggestions;
  return {
    ...kase,
    state: nextState(kase, assessment),
    assessment,
    asked: gated
      ? kase.asked
      : union(
          kase.asked,
          assessment.questions.map(({ id }) => id),
        ),
    shown: gated
      ? kase.shown
      : union(
          kase.shown,
          [...phrases, ...consultation].map(({ id }) => id),
        ),
  };
}
