import type { ThreadKey } from '../../../pipeline/message.ts';
import { DeletedEvent } from '../../payload.ts';
import { retractionId, turnId } from '../../turn-id.ts';
import type { ListenerParts } from '../listener-parts.ts';

/** Queues that everything that came of a message is to go, when its thread has a case. */
export async function takeBack(
  key: ThreadKey,
  ts: string,
  how: { readonly by: string | null | undefined; readonly eventTs: string | null | undefined },
  { intake, rehearsals, now }: ListenerParts,
): Promise<void> {
  if (await rehearsals.retract(key, turnId(key, ts), ts)) return;
  if (!(await intake.hasCase(key, how.by ?? null))) return;
  await intake.retract(key, {
    kind: 'retraction',
    id: retractionId(key, ts),
    turn: turnId(key, ts),
    ...{ ts, by: how.by ?? 'system' },
    at: how.eventTs ? Math.round(Number(how.eventTs) * 1000) : now(),
  });
}

/** A message was deleted; one of ours was no message of a case. */
export async function messageDeleted(event: unknown, parts: ListenerParts): Promise<void> {
  const read = DeletedEvent.safeParse(event);
  if (!read.success) return parts.log.warn('slack.event-unreadable', { kind: 'message_deleted' });
  const { channel, deleted_ts: ts, previous_message: before } = read.data;
  const we = parts.identity();
  if (before?.bot_id || before?.user === we.botUser) return;
  const key = { team: we.install, channel, thread: before?.thread_ts ?? ts };
  await takeBack(key, ts, { by: before?.user, eventTs: read.data.event_ts }, parts);
}
