import type { Retraction } from '../message.ts';
import { answeredTurn } from './answered-turn.ts';
import type { CaseThread } from './case-thread.ts';

/**
 * The case without the turn that was deleted in Slack and without what was made of it. Replies that
 * were posted after the message may quote it and go; the newest one is written anew in its place.
 */
export function retract(kase: CaseThread, { ts }: Retraction): CaseThread {
  const turns = kase.turns.filter((kept) => kept.ts !== ts);
  if (turns.length === kase.turns.length) return kase;
  const without = { ...kase, turns, assessment: null };
  const answered = answeredTurn(without)?.id;
  const replies = kase.replies.filter(
    (reply) => Number(reply.ts) < Number(ts) || reply.turn === answered,
  );
  return { ...without, replies };
}

/** True when nothing of what the author told is left, so that there is no case any more. */
export function isEmptied(kase: CaseThread): boolean {
  return !kase.turns.some(({ author }) => author === kase.author);
}
