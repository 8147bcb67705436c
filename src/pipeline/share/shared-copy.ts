import type { ThreadKey } from '../message.ts';
import type { CaseThread, KeptReply } from '../thread/case-thread.ts';
import { NO_FOLLOW_UP } from '../thread/follow-up/follow-up.ts';

/** Where a shared case lives, under which id, and our message that opens its thread. */
export interface SharedPlace {
  readonly key: ThreadKey;
  /** Opaque id of the shared case. */
  readonly id: string;
  readonly root: KeptReply;
}

/**
 * The case as it goes on in a channel: the author's de-identified turns and the reading of them. What
 * was private to the two of us stays behind: edits not yet read, follow-ups, tries, plan, own guess.
 *
 * @param rename the opaque id of a turn in its new place
 */
export function sharedCopy(
  kase: CaseThread,
  { key, id, root }: SharedPlace,
  rename: (turn: string) => string,
): CaseThread {
  const turns = kase.turns
    .filter(({ author, about }) => author === kase.author && about === undefined)
    .map(({ pending: _unread, ...turn }) => ({ ...turn, id: rename(turn.id) }));
  return {
    ...{ ...kase, key, id, turns, replies: [root] },
    ...{ helpful: null, tries: [], followUp: NO_FOLLOW_UP, plan: null, hypothesis: null },
  };
}
