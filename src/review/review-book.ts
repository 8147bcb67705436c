import type { ThreadKey } from '../pipeline/message.ts';
import type { Alarm } from '../pipeline/ports.ts';
import { renewReview } from '../pipeline/review/renew.ts';
import type { Decision, Review } from '../pipeline/review/review.ts';
import { whenToRemind } from '../pipeline/review/when-to-remind.ts';
import type { CaseThread } from '../pipeline/thread/case-thread.ts';
import type { ReviewParts } from './review-parts.ts';

/** The kinds of alarms of this feature. */
export const CARD_ALARM = 'review-card';
export const REMIND_ALARM = 'review-reminder';
export const ESCALATE_ALARM = 'review-escalation';
export const WITHDRAW_ALARM = 'review-withdrawn';

/** Which review, and everybody who is named in it; forgetting one of them removes it. */
type Whose = Pick<Review, 'caseId' | 'author'> & {
  readonly decisions: readonly Pick<Decision, 'by'>[];
};
type Change = (now: Review | null) => Review | null;

/** The reviews as they are kept, with the alarms that follow from them. */
export interface ReviewBook {
  read(team: string, caseId: string): Promise<Review | null>;
  change(key: ThreadKey, review: Whose, make: Change): Promise<Review | null>;
  /** Brings the review up to a reading that is shown now; null when nobody is to look at it. */
  renew(kase: CaseThread, asks: boolean): Promise<Review | null>;
  /** Has the card brought up to date `inMs` from now. */
  refresh(review: Review, inMs: number): Promise<void>;
  /** Nothing waits any more. */
  settled(review: Review): Promise<void>;
}

const remindId = (caseId: string) => `review-due-${caseId}`;

/** Keeps reviews bound to their threads, so that they go when the case goes. */
export function createReviewBook(parts: ReviewParts): ReviewBook {
  const { records, alarms, policies, retentionMs, now } = parts;
  const keyOf = (team: string, id: string) => ({ team, kind: 'review' as const, id });

  const change: ReviewBook['change'] = (thread, { caseId, author, decisions }, make) => {
    const people = [...new Set([author, ...decisions.map(({ by }) => by)])];
    return records.change(keyOf(thread.team, caseId), make, {
      ...{ ttlMs: retentionMs, thread, people },
    });
  };

  async function remindOf(review: Review): Promise<void> {
    const { remind } = whenToRemind(review.since, await policies.read(review.key.team));
    const { key, caseId, since } = review;
    const alarm: Alarm = {
      ...{ team: key.team, id: remindId(caseId), kind: REMIND_ALARM, at: remind },
      about: JSON.stringify({ caseId, since }),
    };
    await alarms.set(alarm, { thread: key });
  }

  return {
    read: (team, caseId) => records.read(keyOf(team, caseId)),
    change,
    async renew(kase, asks) {
      const { key, id: caseId, author } = kase;
      const policy = await policies.read(key.team);
      const before = await records.read(keyOf(key.team, caseId));
      const shown = { kase, policy, now: now(), asks };
      if (renewReview(before, shown) === null) return null;
      const after = await change(
        key,
        { caseId, author, decisions: before?.decisions ?? [] },
        (stands) => {
          const next = renewReview(stands, shown);
          return next === null ? null : { ...next };
        },
      );
      if (after === null) return null;
      const newly = before?.state !== 'waiting' || before.since !== after.since;
      if (after.state === 'waiting' && newly) await remindOf(after);
      return after;
    },
    async refresh({ key, caseId }, inMs) {
      const at = now() + inMs;
      const about = JSON.stringify({ caseId });
      const id = `review-card-${caseId}`;
      await alarms.set({ team: key.team, id, kind: CARD_ALARM, about, at }, { thread: key });
    },
    async settled({ key, caseId }) {
      await alarms.clear(key.team, remindId(caseId));
    },
  };
}
