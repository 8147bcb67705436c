import { type Acknowledged, acknowledgePage } from '../pipeline/paging/settle-page.ts';
import type { Delivery } from '../pipeline/ports.ts';
import type { Bells } from '../ring.ts';
import type { PagingDesk } from '../slack/paging-desk.ts';
import { createPageBook, namedIn, type PageBook } from './page-book.ts';
import { pagingBells } from './paging-bells.ts';
import type { PagingParts } from './paging-parts.ts';
import { createRaise } from './raise.ts';
import { createSettle } from './settle.ts';

/** Paging people, ready to be wired. */
export interface PagingSide {
  readonly desk: PagingDesk;
  readonly bells: Bells;
  /** The delivery that sees to it that what a case shows as open is paged, and ends when in hand. */
  delivery(inner: Delivery): Delivery;
}

/** Notes that somebody has it, and has everybody see it. */
function createAcknowledge({ store, now }: PagingParts, book: PageBook): PagingDesk['acknowledge'] {
  return async (key, by) => {
    const done: Acknowledged[] = [];
    const standing = await book.read(key);
    if (standing === null) return null;
    const page = await book.change(key, [...namedIn(standing), by], (is) => {
      if (is === null) return null;
      const became = acknowledgePage(is, by, now());
      done.push(became);
      return became.page;
    });
    const { kind } = done.at(-1) ?? {};
    if (page === null || kind === undefined) return null;
    if (kind === 'acknowledged') {
      await book.quiet(key);
      await book.tell(key);
      const about = page.episode;
      await store.record({ at: now(), team: key.team, who: by, what: 'page.acknowledged', about });
    }
    return { kind, who: page.by ?? by };
  };
}

/** Puts paging together. Nothing that fails here keeps an answer or safety content back. */
export function openPaging(parts: PagingParts): PagingSide {
  const book = createPageBook(parts);
  const raise = createRaise(parts, book);
  const settle = createSettle(book, raise);
  return {
    bells: pagingBells(parts, book),
    desk: { raise, acknowledge: createAcknowledge(parts, book) },
    delivery: (inner) => ({
      ...inner,
      async deliver(key, kase, outcome) {
        const posted = await inner.deliver(key, kase, outcome);
        if ('assessment' in outcome) {
          const { safety } = outcome.assessment;
          await settle(kase, safety).catch(() => parts.log.error('paging.unsettled'));
        }
        return posted;
      },
    }),
  };
}
