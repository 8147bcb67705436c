import type { QuoteFault } from './find-quote.ts';

/** Why something a model said was not let through. */
export type DropReason =
  | QuoteFault
  | 'no-quote'
  | 'unknown-id'
  | 'refused'
  | 'someone-else'
  | 'not-offered'
  | 'guard';

/** Counts what was dropped, by reason. */
export interface Drops {
  add(why: DropReason): void;
  counts(): Readonly<Partial<Record<DropReason, number>>>;
}

/** An empty count. */
export function createDrops(): Drops {
  const counts: Partial<Record<DropReason, number>> = {};
  return {
    add: (why) => {
      counts[why] = (counts[why] ?? 0) + 1;
    },
    counts: () => ({ ...counts }),
  };
}
