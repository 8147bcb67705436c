import { createHash } from 'node:crypto';
import type { ThreadKey } from '../pipeline/message.ts';

const digest = (parts: readonly string[]) =>
  createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 22);

/**
 * Opaque id of one message in Slack: the same for the `app_mention` and the `message` event of one
 * post and for every redelivery, so that it also serves as the key against duplicates.
 */
export function turnId(key: ThreadKey, ts: string): string {
  return digest(['turn', key.team, key.channel, ts]);
}

/** Opaque id of one edit of a message; the same for every redelivery of it. */
export function editId(key: ThreadKey, ts: string, editedTs: string): string {
  return digest(['edit', key.team, key.channel, ts, editedTs]);
}

/** Opaque id of the deletion of a message; there is one for each message. */
export function retractionId(key: ThreadKey, ts: string): string {
  return digest(['retraction', key.team, key.channel, ts]);
}

/** Opaque id of one press of a button; the same for every redelivery of that press. */
export function pressId(key: ThreadKey, does: string, by: string, pressedAt: string): string {
  return digest(['act', key.team, key.channel, key.thread, does, by, pressedAt]);
}

/** Opaque id of the text somebody made of a held turn in one modal. */
export function retypedId(key: ThreadKey, turn: string, modal: string): string {
  return digest(['retyped', key.team, key.channel, turn, modal]);
}

/** Opaque id of a case that somebody opens privately from a form or a message of theirs. */
export function privateId(team: string, user: string, from: string): string {
  return digest(['private', team, user, from]);
}

/** Opaque id of our message that opens the thread of a private or shared case. */
export function rootId(of: string): string {
  return digest(['root', of]);
}

/** Opaque id of a supervisor's deed about a case; the same for every redelivery of that press or modal. */
export function deedId(deed: string, caseId: string, by: string, from: string): string {
  return digest(['deed', deed, caseId, by, from]);
}

/** Opaque id of what one person is told about something; it names nobody. */
export function tellingId(about: string, user: string): string {
  return digest(['telling', about, user]);
}
