import type { Members } from './members.ts';
import type { RawMessage } from './take.ts';
import type { ThreadHistory } from './thread-history.ts';

/** Finds what is known around a message; never fails, never waits for more than a second. */
export type Surroundings = (
  raw: Pick<RawMessage, 'key' | 'ts' | 'text'>,
) => Promise<RawMessage['context']>;

/**
 * The thread before a message and the names in it that belong to the workspace or the practice; all
 * of it stays in memory.
 */
export function createSurroundings(
  history: ThreadHistory,
  members: Members,
  practice: readonly string[],
): Surroundings {
  return async ({ key, ts, text }) => {
    const isReply = key.thread !== ts;
    const earlier = isReply ? await history.earlier(key, ts) : [];
    history.arrived(key, ts, text);
    const names = await members.namesIn([...earlier, text]);
    return { earlier, known: [...practice, ...names] };
  };
}
