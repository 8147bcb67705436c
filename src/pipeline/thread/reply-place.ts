import type { Outcome } from '../outcome.ts';
import { answeredTurn } from './answered-turn.ts';
import type { CaseThread } from './case-thread.ts';

/** What the message of an outcome answers: a question of ours stands for itself. */
export interface ReplyPlace {
  /** Opaque id that marks the message. */
  readonly id: string;
  /** Slack timestamp of a message before it. */
  readonly ts: string;
}

/** Where the message for an outcome belongs; undefined when there is nothing it could answer. */
export function replyPlace(kase: CaseThread, outcome: Outcome): ReplyPlace | undefined {
  const turn = answeredTurn(kase);
  if (outcome.kind !== 'follow-up') return turn;
  const last = kase.turns.at(-1);
  return last && { id: outcome.id, ts: last.ts };
}
