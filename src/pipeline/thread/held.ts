import type { ThreadEvent, Turn } from '../message.ts';

/** A turn that waits for its author to say that it may be read. */
export const isHeld = (event: ThreadEvent): event is Turn & { readonly held: true } =>
  event.kind === 'turn' && event.held === true;

const asRead = ({ held: _, ...turn }: Turn): Turn => turn;

/**
 * What of a thread's waiting events can be worked on now: everything but held turns, and of those the
 * ones that their own author has sent. `done` are the ids to take off the waiting list: the ready
 * ones, acts whose turn is gone, and held turns whose message was deleted in Slack.
 */
export function ready(events: readonly ThreadEvent[]): {
  readonly events: readonly ThreadEvent[];
  readonly done: readonly string[];
} {
  const held = events.filter(isHeld);
  const isGone = (turn: Turn) =>
    events.some((event) => event.kind === 'retraction' && event.ts === turn.ts);
  const isSent = (turn: Turn) =>
    events.some(
      (act) =>
        act.kind === 'act' &&
        act.does === 'send' &&
        act.value === turn.id &&
        act.by === turn.author,
    );
  const sent = held.filter((turn) => isSent(turn) && !isGone(turn));
  const open = events.filter((event) => !isHeld(event));
  const works = open.filter(
    (event) =>
      event.kind !== 'act' || event.does !== 'send' || sent.some(({ id }) => id === event.value),
  );
  const done = [...open, ...held.filter((turn) => isGone(turn) || sent.includes(turn))];
  return {
    events: [...works, ...sent.map(asRead)].toSorted((a, b) => a.at - b.at),
    done: done.map(({ id }) => id),
  };
}
