import { createHmac, createSecretKey } from 'node:crypto';
import type { ThreadKey } from '../pipeline/message.ts';
import type { RecordKey } from '../pipeline/records.ts';

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
  record(key: RecordKey): string;
  alarm(team: string, id: string): string;
  /** Records and alarms of an install. */
  besideIndex(team: string): string;
  /** Records of one kind in an install. */
  kindIndex(team: string, kind: string): string;
  /** Records and alarms that go when a person is forgotten. */
  personIndex(team: string, user: string): string;
  /** Records and alarms that go with a thread. */
  boundIndex(thread: ThreadKey): string;
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
    record: ({ team, kind, id }) => hash('record', team, kind, id),
    alarm: (team, id) => hash('alarm', team, id),
    besideIndex: (team) => hash('beside', team),
    kindIndex: (team, kind) => hash('kind', team, kind),
    personIndex: (team, user) => hash('about', team, user),
    boundIndex: ({ team, channel, thread }) => hash('bound', team, channel, thread),
  };
}
