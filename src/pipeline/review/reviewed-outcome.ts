import type { ThreadEvent } from '../message.ts';
import type { Outcome } from '../outcome.ts';
import type { CaseThread } from '../thread/case-thread.ts';

/**
 * What to show when nothing happened but a supervisor's doing: the reading as it stands, so that it is
 * told anew under the decision. Null when something else happened as well.
 */
export function reviewedOutcome(
  { assessment, hypothesis }: CaseThread,
  events: readonly ThreadEvent[],
): Outcome | null {
  if (!events.every((event) => event.kind === 'act' && event.does === 'reviewed')) return null;
  if (assessment === null || hypothesis?.state === 'asked') return { kind: 'nothing-new' };
  return { kind: 'outdated', assessment };
}
