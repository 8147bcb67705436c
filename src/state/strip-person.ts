import type { CaseThread } from '../pipeline/thread/case-thread.ts';

/** Stands for somebody who asked to be forgotten. */
const FORGOTTEN = 'forgotten';

/**
 * A case of somebody else without a person who wrote in it: their turns, our replies to them and, as it
 * was made from all turns, the reading are gone; where their name must stay, a tombstone stands.
 */
export function stripPerson(kase: CaseThread, user: string): CaseThread {
  const gone = new Set(kase.turns.filter(({ author }) => author === user).map(({ id }) => id));
  return {
    ...kase,
    turns: kase.turns.filter(({ id }) => !gone.has(id)),
    replies: kase.replies.filter(({ turn }) => !gone.has(turn)),
    assessment: gone.size > 0 ? null : kase.assessment,
    inHand: kase.inHand.map((entry) => (entry.by === user ? { ...entry, by: FORGOTTEN } : entry)),
  };
}
