import { writtenByPerson } from '../../guards/loop.ts';
import { ChangedEvent } from '../../payload.ts';
import { arrivedOf, type Delivered } from '../arrived.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { takeBack } from './message-deleted.ts';

/** True when a person changed the words; Slack sends the same event when it adds a link preview. */
function wordsChanged({ message, previous_message: before }: ChangedEvent): boolean {
  if (!message.edited || message.edited.ts === before?.edited?.ts) return false;
  return message.text !== before?.text;
}

/**
 * A message was changed: the new text goes through the same door as a new message and waits for its
 * author to have it read. A deleted message that has replies comes as a change into a tombstone.
 */
export async function messageChanged(
  event: unknown,
  delivered: Delivered,
  parts: ListenerParts,
): Promise<void> {
  const read = ChangedEvent.safeParse(event);
  if (!read.success) return parts.log.warn('slack.event-unreadable', { kind: 'message_changed' });
  const { channel, channel_type, message, previous_message: before } = read.data;
  const we = parts.identity();
  const thread = message.thread_ts ?? before?.thread_ts ?? message.ts;
  const key = { team: we.install, channel, thread };
  const how = { by: before?.user, eventTs: read.data.event_ts };
  if (message.subtype === 'tombstone') return takeBack(key, message.ts, how, parts);
  const { user, edited } = message;
  if (!user || !edited || !wordsChanged(read.data)) return;
  if (!writtenByPerson({ ...message, channel, hidden: false }, we.botUser)) return;
  if (!(await parts.intake.hasCase(key, user))) return;
  const arrived = arrivedOf({ ...message, channel, channel_type }, user, delivered, we);
  await parts.receive({ ...arrived, edited: edited.ts });
}
