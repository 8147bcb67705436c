import type { ThreadKey } from './pipeline/message.ts';

/** What somebody said about words of their thread: identifying after all, or not at all. */
export interface Corrections {
  readonly missed: readonly string[];
  readonly kept: readonly string[];
}

const NONE: Corrections = { missed: [], kept: [] };
const KEPT_MS = 24 * 60 * 60 * 1000;
const MOST_THREADS = 500;
const MOST_WORDS = 40;

const placeOf = ({ team, channel, thread }: ThreadKey) => [team, channel, thread].join('\n');
const joined = (before: readonly string[], more: readonly string[]) =>
  [...new Set([...before, ...more])].slice(-MOST_WORDS);

/**
 * Words that people put right, by thread, in the memory of this process only: they identify, so they
 * are stored nowhere. They are forgotten after a day, with the process, and another process never
 * knew them.
 */
export function createCorrections(now: () => number) {
  const threads = new Map<string, Corrections & { readonly until: number }>();

  function of(key: ThreadKey): Corrections {
    const known = threads.get(placeOf(key));
    if (known && known.until > now()) return known;
    threads.delete(placeOf(key));
    return NONE;
  }

  return {
    of,
    add(key: ThreadKey, more: Partial<Corrections>): void {
      const { missed, kept } = of(key);
      const freshMissed = more.missed ?? [];
      const freshKept = more.kept ?? [];
      threads.delete(placeOf(key));
      threads.set(placeOf(key), {
        missed: joined(missed, freshMissed).filter((word) => !freshKept.includes(word)),
        kept: joined(kept, freshKept).filter((word) => !freshMissed.includes(word)),
        until: now() + KEPT_MS,
      });
      const [oldest] = threads.keys();
      if (threads.size > MOST_THREADS && oldest !== undefined) threads.delete(oldest);
    },
    forget(key: ThreadKey): void {
      threads.delete(placeOf(key));
    },
  };
}
