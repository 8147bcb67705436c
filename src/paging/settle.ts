import type { SafetyScreen } from '../pipeline/outcome.ts';
import type { Raised } from '../pipeline/paging/raise-page.ts';
import { settlePage } from '../pipeline/paging/settle-page.ts';
import { answeredTurn } from '../pipeline/thread/answered-turn.ts';
import type { CaseThread } from '../pipeline/thread/case-thread.ts';
import { namedIn, type PageBook } from './page-book.ts';

/**
 * Brings the page of a thread in line with what its case shows: what is open and was not paged at the
 * door is paged, and what its author has put in hand is told of no more.
 */
export function createSettle(book: PageBook, raise: (raised: Raised) => Promise<void>) {
  return async (kase: CaseThread, safety: SafetyScreen): Promise<void> => {
    const { key, author, lastAt: since } = kase;
    const page = await book.read(key);
    if (safety.status === 'open') {
      const open = safety.labels.filter(({ status }) => status === 'open');
      const labels = open.map(({ id }) => id);
      const episode = answeredTurn(kase)?.id;
      const paged = labels.every((label) => page?.labels.includes(label));
      if (!paged && episode !== undefined) await raise({ key, author, labels, episode, since });
      return;
    }
    if (page === null || page.state !== 'open') return;
    const after = await book.change(key, namedIn(page), (is) => is && settlePage(is, kase, safety));
    if (after?.state !== 'in-hand') return;
    await book.quiet(key);
    await book.tell(key);
  };
}
