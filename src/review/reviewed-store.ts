import type { ThreadKey } from '../pipeline/message.ts';
import type { Alarm, CaseStore } from '../pipeline/ports.ts';
import type { Review } from '../pipeline/review/review.ts';
import { type ReviewBook, WITHDRAW_ALARM } from './review-book.ts';
import type { ReviewParts } from './review-parts.ts';
import type { Unsaved } from './reviewed-delivery.ts';

type Parts = Pick<ReviewParts, 'store' | 'records' | 'alarms' | 'now'>;

const same = (a: ThreadKey, b: ThreadKey) => a.channel === b.channel && a.thread === b.thread;

/**
 * The store as the rest of the program uses it: once a case is saved its card is brought up to date,
 * and when one is deleted nothing of it is left on a card.
 */
export function reviewedStore(
  { store, records, alarms, now }: Parts,
  book: ReviewBook,
  unsaved: Unsaved,
): CaseStore {
  async function cardsOf(key: ThreadKey): Promise<NonNullable<Review['card']>[]> {
    const all = await records.all(key.team, 'review').catch(() => []);
    const own = all.filter(({ value }) => same(value.key, key));
    return own.flatMap(({ value: { card } }) => (card === null ? [] : [card]));
  }

  async function withdrawing<Result>(key: ThreadKey, removed: () => Promise<Result>) {
    const cards = await cardsOf(key);
    const result = await removed();
    for (const card of cards) {
      const alarm: Alarm = {
        ...{ team: key.team, id: `review-gone-${card.channel}-${card.ts}`, at: now() },
        ...{ kind: WITHDRAW_ALARM, about: JSON.stringify(card) },
      };
      await alarms.set(alarm);
    }
    return result;
  }

  return {
    ...store,
    async commit(key, kase, done, ttlMs) {
      await store.commit(key, kase, done, ttlMs);
      const review = unsaved.get(kase.id);
      if (review === undefined) return;
      unsaved.delete(kase.id);
      await book.refresh(review, 0);
    },
    remove: (key) => withdrawing(key, () => store.remove(key)),
    removeBeside: (owner) =>
      'thread' in owner
        ? withdrawing(owner, () => store.removeBeside(owner))
        : store.removeBeside(owner),
  };
}
