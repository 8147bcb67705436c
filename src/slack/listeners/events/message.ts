import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { writtenByPerson } from '../../guards/loop.ts';
import { MessageEvent } from '../../payload.ts';
import { mentions } from '../../raw-text.ts';
import { arrivedOf, type Delivered, isDirect } from '../arrived.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { answerPrompt } from './answer-prompt.ts';
import { messageChanged } from './message-changed.ts';
import { messageDeleted } from './message-deleted.ts';

type Args = SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs;

/** True for a direct message, and for a reply in a thread whose case we hold. */
async function isForUs(event: MessageEvent, parts: ListenerParts): Promise<boolean> {
  if (isDirect(event)) return true;
  const { install, botUser } = parts.identity();
  const { channel, thread_ts: thread, text, user = null } = event;
  if (!thread || mentions(text ?? '', botUser)) return false;
  return parts.intake.hasCase({ team: install, channel, thread }, user);
}

/** A prompt of ours is answered with fixed words; everything else is a case. */
async function take(
  event: MessageEvent,
  user: string,
  delivered: Delivered,
  parts: ListenerParts,
): Promise<void> {
  if (await answerPrompt(event, user, parts)) return;
  await parts.receive(arrivedOf(event, user, delivered, parts.identity()));
}

/**
 * A message in a direct conversation with us, or a reply in a thread whose case we hold. Everything
 * else in a channel is other people's talk and is not looked at; a message that mentions us comes as
 * `app_mention` as well and is taken there. Edits and deletions come as messages of a subtype.
 */
export function onMessage(parts: ListenerParts) {
  return async ({ event, body, context }: Args): Promise<void> => {
    const delivered = { body, retryNum: context.retryNum };
    if (event.subtype === 'message_changed') return messageChanged(event, delivered, parts);
    if (event.subtype === 'message_deleted') return messageDeleted(event, parts);
    const read = MessageEvent.safeParse(event);
    if (!read.success) return parts.log.warn('slack.event-unreadable', { kind: 'message' });
    const we = parts.identity();
    const { user } = read.data;
    if (!user || !writtenByPerson(read.data, we.botUser)) return;
    if (!(await isForUs(read.data, parts))) return;
    await take(read.data, user, delivered, parts);
  };
}
