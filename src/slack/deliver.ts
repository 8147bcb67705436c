import type { Delivery } from '../pipeline/ports.ts';
import { replyPlace } from '../pipeline/thread/reply-place.ts';
import type { Poster } from './poster.ts';
import { reply } from './views/reply.ts';
import type { ViewParts } from './views/view-parts.ts';

/**
 * The delivery of outcomes into threads: one message for each turn that is answered and each question of ours, posted once and
 * updated when the reading is revised, deleted when the turn is taken back.
 * @throws DeliveryError with how long to wait before the next try
 */
export function createDelivery(poster: Poster, viewOf: (team: string) => ViewParts): Delivery {
  return {
    async deliver(key, kase, outcome) {
      const turn = replyPlace(kase, outcome);
      const message = reply(outcome, kase, viewOf(key.team));
      if (turn === undefined || message === null) return null;
      const known = kase.replies.find((kept) => kept.turn === turn.id)?.ts ?? null;
      return poster.put({ key, turn: turn.id, after: turn.ts }, message, known);
    },
    withdraw: (key, { turn, after, reply: known }) => poster.withdraw({ key, turn, after }, known),
  };
}
