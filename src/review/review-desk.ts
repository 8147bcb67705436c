import type { Act, ThreadKey } from '../pipeline/message.ts';
import { type Decided, decide } from '../pipeline/review/decide.ts';
import type { Review } from '../pipeline/review/review.ts';
import type { ReviewDesk, UnderReview } from '../slack/review-desk.ts';
import { createJudge } from './judge-words.ts';
import type { ReviewBook } from './review-book.ts';
import type { ReviewParts } from './review-parts.ts';

/** What supervisors do about cases, over the store. */
export function createReviewDesk(parts: ReviewParts, book: ReviewBook): ReviewDesk {
  const { store, policies, voice, retentionMs, now, observe } = parts;

  /** Has the answer in the thread shown anew, in line with everything else that happens there. */
  async function showAnew(key: ThreadKey, id: string, by: string): Promise<void> {
    const act: Act = { kind: 'act', id, by, at: now(), does: 'reviewed', value: '' };
    await store.enqueue(key, act, retentionMs);
  }

  async function audit(team: string, who: string, what: string, about: string): Promise<void> {
    await store.record({ at: now(), team, who, what, about });
  }

  async function look(team: string, caseId: string): Promise<UnderReview | null> {
    const review = await book.read(team, caseId);
    const kase = review === null ? null : await store.load(review.key);
    if (review === null || kase?.assessment == null || kase.id !== caseId) return null;
    return { review, assessment: kase.assessment };
  }

  async function settle(review: Review, deciding: Parameters<ReviewDesk['decide']>[2]) {
    const { deed, by, id } = deciding;
    const { key, caseId } = review;
    await book.settled(review);
    await audit(key.team, by, `review.${deed}`, caseId);
    observe?.(deed, review.decisions.at(-1)?.waitedMs ?? 0, key.team);
    await book.refresh(review, 0);
    await showAnew(key, id, by);
  }

  return {
    look,
    judge: createJudge(parts),
    async ask(key, id, by) {
      const kase = await store.load(key);
      if (kase === null || kase.assessment === null || kase.author !== by) return 'gone';
      const { supervisionChannel: channel } = await policies.read(key.team);
      if (channel === null || !(await voice.mayStand(key.team, channel))) return 'no-channel';
      const before = await book.read(key.team, kase.id);
      if (before?.state === 'waiting' && before.asked === 'author') return 'asked-before';
      const review = await book.renew(kase, true);
      if (review === null) return 'gone';
      await audit(key.team, by, 'review.asked', kase.id);
      await book.refresh(review, 0);
      await showAnew(key, id, by);
      return 'asked';
    },
    async decide(team, caseId, deciding) {
      const under = await look(team, caseId);
      if (under === null) return 'gone';
      const { phrases } = under.assessment.suggestions;
      const tried: Decided[] = [];
      const decisions = [...under.review.decisions, deciding];
      await book.change(under.review.key, { ...under.review, decisions }, (stands) => {
        if (stands === null) return null;
        const became = decide(stands, phrases, deciding);
        tried.push(became);
        return became.kind === 'decided' ? became.review : stands;
      });
      const became = tried.at(-1);
      if (became === undefined) return 'gone';
      if (became.kind === 'decided') await settle(became.review, deciding);
      return became.kind;
    },
  };
}
