import { z } from 'zod';
import { nagPause } from '../pipeline/paging/nag-pause.ts';
import type { Page, PageMessage } from '../pipeline/paging/page.ts';
import type { Bells } from '../ring.ts';
import { NAG_ALARM, namedIn, PAGE_ALARM, type PageBook } from './page-book.ts';
import type { PagingParts } from './paging-parts.ts';

const Key = z.object({ team: z.string(), channel: z.string(), thread: z.string() });

/** What paging does when its alarms ring; working hours do not count. */
export function pagingBells({ policies, voice, now }: PagingParts, book: PageBook): Bells {
  async function send(page: Page): Promise<void> {
    const policy = await policies.read(page.key.team);
    await voice.page(page, policy, async (message: PageMessage) => {
      await book.change(page.key, namedIn(page), (is) => {
        if (is === null || is.episode !== page.episode) return is;
        return { ...is, messages: [...is.messages.filter(({ id }) => id !== message.id), message] };
      });
    });
  }

  return {
    [PAGE_ALARM]: async ({ about }) => {
      const page = await book.read(Key.parse(JSON.parse(about)));
      if (page === null) return;
      if (page.state === 'open') await send(page);
      else await voice.update(page);
    },
    [NAG_ALARM]: async ({ about }) => {
      const page = await book.read(Key.parse(JSON.parse(about)));
      if (page === null || page.state !== 'open') return;
      const next = { ...page, nags: page.nags + 1 };
      await book.nag(next, now() + nagPause(next.nags));
      const kept = await book.change(page.key, namedIn(page), (is) =>
        is?.episode === page.episode && is.state === 'open' ? { ...is, nags: next.nags } : is,
      );
      if (kept?.state === 'open') await send(kept);
    },
  };
}
