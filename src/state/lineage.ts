import type { ThreadKey } from '../pipeline/message.ts';

/** What a caller who works on a thread last knew of its case. */
export interface Lineage {
  /** Revision they loaded or saved last; empty when there was no case. */
  revision: string;
  /** Events they took off the waiting list themselves. */
  readonly took: Set<string>;
}

/**
 * Remembers per key object which revision its holder knows, so that a copy that was overtaken (the
 * case was deleted, or another worker took over) is refused instead of saved over the newer one. The
 * key object is what a caller carries through one piece of work, from `load` to the last `commit`.
 */
export function createLineages() {
  const known = new WeakMap<ThreadKey, Lineage>();
  return {
    begin(key: ThreadKey, revision: string): void {
      known.set(key, { revision, took: new Set() });
    },
    of(key: ThreadKey): Lineage {
      const lineage = known.get(key) ?? { revision: '', took: new Set() };
      known.set(key, lineage);
      return lineage;
    },
  };
}
