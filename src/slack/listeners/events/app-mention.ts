import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { writtenByPerson } from '../../guards/loop.ts';
import { MessageEvent } from '../../payload.ts';
import { arrivedOf, isDirect } from '../arrived.ts';
import type { ListenerParts } from '../listener-parts.ts';

type Args = SlackEventMiddlewareArgs<'app_mention'> & AllMiddlewareArgs;

/** Somebody mentioned us in a channel: opens a case in that thread, or goes on with it. */
export function onAppMention({ receive, identity, log }: ListenerParts) {
  return async ({ event, body, context }: Args): Promise<void> => {
    const read = MessageEvent.safeParse(event);
    if (!read.success) return log.warn('slack.event-unreadable', { kind: 'app_mention' });
    const we = identity();
    const { user } = read.data;
    if (!user || !writtenByPerson(read.data, we.botUser) || isDirect(read.data)) return;
    await receive(arrivedOf(read.data, user, { body, retryNum: context.retryNum }, we));
  };
}
