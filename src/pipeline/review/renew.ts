import type { WorkspacePolicy } from '../settings/workspace-policy.ts';
import type { CaseThread } from '../thread/case-thread.ts';
import { phraseMark, phrasesMark } from './phrase-mark.ts';
import type { Review } from './review.ts';

/** A reading as it has just been shown. */
export interface Shown {
  readonly kase: CaseThread;
  readonly policy: Pick<WorkspacePolicy, 'review'>;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** True when the clinician asks for a supervisor with this. */
  readonly asks?: boolean;
}

/** Whether phrases that nobody has looked at came up since the last decision. */
const isNew = (review: Review, marks: readonly string[], about: string) =>
  about !== review.about &&
  !marks.every((mark) => review.released.includes(mark) || review.barred.includes(mark));

/** Whether a standing review waits with this reading; whoever took it over goes on with it. */
function waits(review: Review, marks: readonly string[], about: string, shown: Shown): boolean {
  const { policy, kase, asks } = shown;
  if (asks === true || review.state === 'waiting') return true;
  if (review.state === 'taken-over') return false;
  if (review.state !== 'asked-back') {
    return policy.review === 'gate' && isNew(review, marks, about);
  }
  const asked = review.decisions.at(-1)?.at ?? 0;
  return kase.turns.some(({ author, at }) => author === review.author && at > asked);
}

/** A review that has just been asked for. */
const opened = ({ kase, now, asks }: Shown, about: string): Review => ({
  ...{ key: kase.key, caseId: kase.id, author: kase.author, about, since: now, card: null },
  ...{ asked: asks === true ? 'author' : 'gate', state: 'waiting' },
  ...{ released: [], barred: [], instead: [], decisions: [] },
});

/**
 * The review of a case after a reading of it was shown: opened where the policy or the clinician asks
 * for one, brought up to the phrases that stand there now, waiting again when one of them is new in
 * `gate` mode or the clinician has answered. Null when there is none.
 */
export function renewReview(review: Review | null, shown: Shown): Review | null {
  const { kase, policy, now, asks } = shown;
  const phrases = kase.assessment?.suggestions.phrases ?? [];
  const about = phrasesMark(phrases);
  if (review === null) {
    const gated = policy.review === 'gate' && phrases.length > 0;
    return asks === true || gated ? opened(shown, about) : null;
  }
  const waiting = waits(review, phrases.map(phraseMark), about, shown);
  const waited = review.state === 'waiting';
  if (review.about === about && waiting === waited && asks !== true) return review;
  return {
    ...{ ...review, about, since: waiting && !waited ? now : review.since },
    state: waiting ? 'waiting' : review.state,
    asked: asks === true ? 'author' : review.asked,
  };
}
