import type { RedisClient } from './connect.ts';
import type { RunScript } from './scripts.ts';

/** The two connections of a shelf: one that fails fast for what Slack waits for, one that waits. */
export interface ShelfClients {
  readonly fast: RedisClient;
  readonly patient: RedisClient;
  readonly now: () => number;
}

/** What the parts of the shelf share: its connections and scripts on both. */
export interface Parts extends ShelfClients {
  readonly quick: RunScript;
  readonly sure: RunScript;
}
