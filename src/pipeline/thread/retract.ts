import type { Retraction } from '../message.ts';
import { answeredTurn } from './answered-turn.ts';
import type { CaseThread } from './case-thread.ts';
import { unread } from './hypothesis/hypothesis.ts';
import { stageOf } from './stages/case-stage.ts';

/** The case without the steps, tries and guess that rested on turns which are gone. */
function withoutTrace(kase: CaseThread, gone: readonly string[]): CaseThread {
  const { stage, tries, hypothesis } = kase;
  return {
    ...kase,
    stage: stageOf((stage?.path ?? []).filter(({ from }) => !gone.includes(from))),
    tries: tries.filter(({ id }) => !gone.includes(id)),
    hypothesis:
      hypothesis !== null && gone.includes(hypothesis.turn ?? '') ? unread('skipped') : hypothesis,
  };
}

/**
 * The case without the turn that was deleted in Slack and without what was made of it. Replies that
 * were posted after the message may quote it and go; the newest one is written anew in its place.
 */
export function retract(kase: CaseThread, { ts }: Retraction): CaseThread {
  const turns = kase.turns.filter((kept) => kept.ts !== ts);
  if (turns.length === kase.turns.length) return kase;
  const gone = kase.turns.filter((kept) => kept.ts === ts).map(({ id }) => id);
  const without = withoutTrace({ ...kase, turns, assessment: null }, gone);
  const answered = answeredTurn(without)?.id;
  const replies = kase.replies.filter(
    (reply) => Number(reply.ts) < Number(ts) || reply.turn === answered,
  );
  return { ...without, replies };
}

/** True when nothing of what the author told is left, so that there is no case any more. */
export function isEmptied(kase: CaseThread): boolean {
  return !kase.turns.some(({ author, about }) => author === kase.author && about === undefined);
}
