import type { MessageEvent } from '../payload.ts';

/** Subtypes that are still a person writing. */
const WRITTEN = new Set(['file_share', 'thread_broadcast']);

/**
 * True when a person wrote this message: not we, no other bot or workflow, no edit, deletion, join
 * or other notice of Slack's. Keeps us from answering ourselves or another bot for ever.
 */
export function writtenByPerson(event: MessageEvent, botUser: string): boolean {
  if (!event.user || event.user === botUser || event.user === 'USLACK') return false;
  if (event.bot_id || event.hidden) return false;
  return !event.subtype || WRITTEN.has(event.subtype);
}
