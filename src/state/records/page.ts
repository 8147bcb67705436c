import { z } from 'zod';
import type { ThreadKey } from '../../pipeline/message.ts';
import type { Page, PageMessage } from '../../pipeline/paging/page.ts';
import { list, shape } from '../shape.ts';

const text = z.string();

/** A safety matter for which people are paged, as it is stored. */
export const page = shape<Page>()({
  key: shape<ThreadKey>()({ team: text, channel: text, thread: text }),
  episode: text,
  author: text,
  since: z.number(),
  labels: list(text),
  state: z.enum(['open', 'acknowledged', 'in-hand']),
  by: text.nullable(),
  at: z.number().nullable(),
  nags: z.number(),
  messages: list(shape<PageMessage>()({ id: text, channel: text, ts: text })),
});
