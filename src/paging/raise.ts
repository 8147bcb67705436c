import { nagPause } from '../pipeline/paging/nag-pause.ts';
import { type Raised, raisePage } from '../pipeline/paging/raise-page.ts';
import type { PageBook } from './page-book.ts';
import type { PagingParts } from './paging-parts.ts';

/**
 * Has people told of what is open: durably and once for each matter, or, without a store, whoever this
 * process knows to be on call, without anything being kept.
 */
export function createRaise(parts: PagingParts, book: PageBook) {
  const { policies, voice, store, now, log } = parts;

  async function raise(raised: Raised): Promise<void> {
    const { key } = raised;
    const { onCall } = await policies.read(key.team);
    if (onCall.length === 0) return;
    const before = await book.read(key);
    const page = await book.change(key, [raised.author], (is) => raisePage(is, raised));
    if (page === null || page.episode === before?.episode) return;
    await book.tell(key);
    await book.nag(page, now() + nagPause(0));
    const about = page.episode;
    await store.record({ at: now(), team: key.team, who: 'system', what: 'page.sent', about });
  }

  return async (raised: Raised): Promise<void> => {
    try {
      await raise(raised);
    } catch {
      log.error('paging.unkept');
      const told = policies.lastKnown(raised.key.team);
      if (told.onCall.length === 0) return;
      await voice.page(raisePage(null, raised), told, async () => undefined);
    }
  };
}
