import type { CaseThread } from '../../pipeline/thread/case-thread.ts';
import type { Does } from '../views/act-id.ts';
import type { Refusal } from '../views/refusal.ts';

/** Buttons that only show more of what stands in the thread anyway. */
const ANYBODY: readonly Does[] = ['why', 'where', 'both-sides', 'all-words', 'all-options'];

/**
 * Why this press is not followed, or null when it is. Only the author of the case presses the
 * author's buttons; a button of a case that is gone, or of another one, does nothing.
 *
 * @param caseId the opaque id the button carries
 */
export function pressRefusal(
  kase: CaseThread | null,
  caseId: string,
  does: Does,
  by: string,
): Refusal | null {
  if (kase === null || kase.id !== caseId) return 'case-gone';
  return ANYBODY.includes(does) || kase.author === by ? null : 'not-author';
}
