import type { ThreadKey } from '../pipeline/message.ts';
import type { Page } from '../pipeline/paging/page.ts';
import type { Alarm } from '../pipeline/ports.ts';
import type { PagingParts } from './paging-parts.ts';

/** The kinds of alarms of this feature. */
export const PAGE_ALARM = 'page';
export const NAG_ALARM = 'page-nag';

/** The pages as they are kept, one for each thread, with the alarms that follow from them. */
export interface PageBook {
  read(key: ThreadKey): Promise<Page | null>;
  /** `people` are those the page names; forgetting one of them removes it. */
  change(
    key: ThreadKey,
    people: readonly string[],
    make: (now: Page | null) => Page | null,
  ): Promise<Page | null>;
  /** Has people told, or what they were told brought up to date, at once. */
  tell(key: ThreadKey): Promise<void>;
  /** Has people told again at a time in milliseconds since the epoch. */
  nag(page: Page, at: number): Promise<void>;
  /** Nobody is told again. */
  quiet(key: ThreadKey): Promise<void>;
}

const idOf = ({ channel, thread }: ThreadKey) => `${channel}:${thread}`;

/** Everybody a page names. */
export const namedIn = ({ author, by }: Pick<Page, 'author' | 'by'>): string[] =>
  by === null ? [author] : [author, by];

/** Keeps pages bound to their threads, so that they go when the case goes. */
export function createPageBook({ records, alarms, retentionMs, now }: PagingParts): PageBook {
  const keyOf = (key: ThreadKey) => ({ team: key.team, kind: 'page' as const, id: idOf(key) });
  const alarm = (key: ThreadKey, kind: string, at: number): Alarm => ({
    ...{ team: key.team, id: `${kind}-${idOf(key)}`, kind, at },
    about: JSON.stringify(key),
  });
  return {
    read: (key) => records.read(keyOf(key)),
    change: (key, people, make) =>
      records.change(keyOf(key), make, { ttlMs: retentionMs, thread: key, people }),
    tell: (key) => alarms.set(alarm(key, PAGE_ALARM, now()), { thread: key }),
    nag: ({ key }, at) => alarms.set(alarm(key, NAG_ALARM, at), { thread: key }),
    async quiet(key) {
      await alarms.clear(key.team, `${NAG_ALARM}-${idOf(key)}`);
    },
  };
}
