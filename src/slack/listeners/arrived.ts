import type { Identity } from '../identity.ts';
import type { Arrived } from '../ingress.ts';
import { Envelope, type MessageEvent } from '../payload.ts';

/** How an event reached us. */
export interface Delivered {
  readonly body: unknown;
  readonly retryNum: number | undefined;
}

/** A message of a person out of an event; its user must be known to be there. */
export function arrivedOf(
  event: MessageEvent,
  user: string,
  delivered: Delivered,
  we: Identity,
): Arrived {
  const envelope = Envelope.safeParse(delivered.body);
  const teams = [event.user_team, event.source_team].filter((team) => Boolean(team));
  const home = [we.team, ...(we.enterprise === null ? [] : [we.enterprise])];
  const shared = envelope.success && envelope.data.is_ext_shared_channel === true;
  return {
    channel: event.channel,
    user,
    direct: isDirect(event),
    external:
      shared || (we.enterprise === null && teams.some((team) => !home.includes(team ?? ''))),
    ts: event.ts,
    thread: event.thread_ts && event.thread_ts !== event.ts ? event.thread_ts : null,
    text: event.text ?? '',
    hasFiles: (event.files ?? []).length > 0,
    again: delivered.retryNum ?? 0,
    edited: null,
  };
}

/** True for a direct message with us. */
export function isDirect(event: Pick<MessageEvent, 'channel' | 'channel_type'>): boolean {
  return event.channel_type ? event.channel_type === 'im' : event.channel.startsWith('D');
}
