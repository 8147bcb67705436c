import { createHmac, createSecretKey } from 'node:crypto';
import type { ThreadKey } from '../pipeline/message.ts';

/**
 * Opaque names for what is stored, so that no id of a person, channel or workspace stands in a
 * database as a plain key. HMAC-SHA-256 cut to 132 bits, in base64url.
 */
export interface Names {
  thread(key: ThreadKey): string;
  event(id: string): string;
  claim(id: string): string;
  team(team: string): string;
  person(team: string, user: string): string;
  /** Every thread of an install of which anything is kept. */
  keptIndex(team: string): string;
  /** Threads with a case of an install. */
  casesIndex(team: string): string;
  /** Threads whose case a person brought. */
  broughtIndex(team: string, user: string): string;
  /** Threads in which a person wrote or pressed something. */
  wroteIndex(team: string, user: string): string;
}

/** Names under one index key (32 bytes), which stays the same when the key ring turns. */
export function createNames(indexKey: Buffer): Names {
  const key = createSecretKey(indexKey);
  const hash = (...parts: string[]) =>
    createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
  return {
    thread: ({ team, channel, thread }) => hash('thread', team, channel, thread),
    event: (id) => hash('event', id),
    claim: (id) => hash('claim', id),
    team: (team) => hash('team', team),
    person: (team, user) => hash('person', team, user),
    keptIndex: (team) => hash('kept', team),
    casesIndex: (team) => hash('cases', team),
    broughtIndex: (team, user) => hash('brought', team, user),
    wroteIndex: (team, user) => hash('wrote', team, user),
  };
}
