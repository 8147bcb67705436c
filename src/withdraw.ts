import type { ThreadEvent, ThreadKey } from './pipeline/message.ts';
import type { Delivery, Withdrawn } from './pipeline/ports.ts';
import type { CaseThread } from './pipeline/thread/case-thread.ts';

/**
 * Takes out of the thread what was said on messages that are deleted there: the replies the case no
 * longer keeps, and an answer that a crash may have kept from being noted. Safe to repeat.
 */
export async function withdraw(
  delivery: Delivery,
  key: ThreadKey,
  change: {
    readonly before: CaseThread | null;
    readonly after: CaseThread | null;
    readonly events: readonly ThreadEvent[];
  },
): Promise<void> {
  const known = change.before?.replies ?? [];
  const kept = change.after?.replies ?? [];
  const gone: Withdrawn[] = known
    .filter((reply) => !kept.includes(reply))
    .map(({ turn, ts }) => ({ turn, after: key.thread, reply: ts }));
  const unnoted = change.events.flatMap((event) => {
    if (event.kind !== 'retraction' || known.some(({ turn }) => turn === event.turn)) return [];
    return [{ turn: event.turn, after: event.ts, reply: null }];
  });
  for (const each of [...gone, ...unnoted]) await delivery.withdraw(key, each);
}
