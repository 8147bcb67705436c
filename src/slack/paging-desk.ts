import type { ThreadKey } from '../pipeline/message.ts';
import type { Raised } from '../pipeline/paging/raise-page.ts';

/** What is done about people on call; roles are checked before any of it is called. */
export interface PagingDesk {
  /**
   * Something open was seen: people on call are told at once, as far as there are any. Once for each
   * matter; without a store, from what this process knows.
   */
  raise(raised: Raised): Promise<void>;
  /** Somebody has it; `before` when somebody else had it already. */
  acknowledge(
    key: ThreadKey,
    by: string,
  ): Promise<{ readonly kind: 'acknowledged' | 'before'; readonly who: string } | null>;
}
