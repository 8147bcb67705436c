import { randomUUID } from 'node:crypto';
import { type ThreadEvent, type ThreadKey, writerOf } from '../pipeline/message.ts';
import type { CaseStore } from '../pipeline/ports.ts';
import type { CaseThread } from '../pipeline/thread/case-thread.ts';
import type { Desk } from './desk.ts';
import type { Engine } from './engine.ts';
import { createLineages } from './lineage.ts';
import { keptCase, keptEvent, keptKey } from './restore.ts';
import { recordName, type ThreadMark } from './shelf.ts';
import { faultCode, StateError } from './state-error.ts';

/** How long an event waits at most when nobody works on it, and how long a finished one is known. */
const WAIT_MS = 30 * 24 * 60 * 60 * 1000;
const DONE_MS = 48 * 60 * 60 * 1000;

/** Everyone of whom something stands in a case. */
const peopleOf = (kase: CaseThread) => [
  ...new Set([
    kase.author,
    ...kase.turns.map(({ author }) => author),
    ...kase.inHand.map(({ by }) => by),
  ]),
];

function marker({ names, sealer, now }: Desk) {
  return (key: ThreadKey, ttlMs: number, indexes: readonly string[]): ThreadMark => {
    const thread = names.thread(key);
    const at = now();
    const sealed = sealer.seal(recordName.threadKey(thread), 0, keptKey.write(key));
    const all = [names.keptIndex(key.team), ...indexes];
    return { thread, key: sealed, until: at + ttlMs, indexes: all, now: at };
  };
}

/** Opens a record, telling the owner by code when it cannot be trusted. */
function opener({ sealer, onFault }: Desk) {
  return (name: string, record: string) => {
    try {
      return sealer.open(name, record);
    } catch (error) {
      onFault(faultCode(error));
      throw error;
    }
  };
}

function waitingPart(
  desk: Desk,
  push: Engine['push'],
): Pick<CaseStore, 'append' | 'enqueue' | 'waiting' | 'discard'> {
  const { shelf, sealer, names, now } = desk;
  const mark = marker(desk);
  const open = opener(desk);
  const sealed = (key: ThreadKey, event: ThreadEvent, ttlMs = WAIT_MS) => {
    const marked = mark(key, ttlMs, [names.wroteIndex(key.team, writerOf(event))]);
    const id = names.event(event.id);
    const name = recordName.event(marked.thread, id);
    const record = sealer.seal(name, marked.until, keptEvent.write(event));
    return [marked, { id, record }] as const;
  };
  return {
    append: async (...given) => shelf.append(...sealed(...given), false),
    async enqueue(...given) {
      const [marked, slip] = sealed(...given);
      const isNew = await shelf.append(marked, slip, true);
      await push(marked.thread);
      return isNew;
    },
    async waiting(key) {
      const thread = names.thread(key);
      const slips = await shelf.waiting(thread);
      return slips
        .map(({ id, record }) => open(recordName.event(thread, id), record))
        .filter(({ until }) => until > now())
        .map(({ text }) => keptEvent.restore(text));
    },
    discard: (key, ids) => shelf.discard(names.thread(key), ids.map(names.event), now() + DONE_MS),
  };
}

function casePart(desk: Desk): Pick<CaseStore, 'load' | 'commit' | 'remove'> {
  const { shelf, sealer, names, now } = desk;
  const lineages = createLineages();
  const mark = marker(desk);
  const open = opener(desk);
  return {
    async load(key) {
      const thread = names.thread(key);
      const kept = await shelf.load(thread);
      lineages.begin(key, kept?.revision ?? '');
      if (kept === null) return null;
      const { text, until } = open(recordName.kase(thread), kept.record);
      if (until > now()) return { ...keptCase.restore(text), key };
      await shelf.expire(thread, kept.revision);
      lineages.begin(key, '');
      return null;
    },
    async commit(key, kase, done, ttlMs) {
      const lineage = lineages.of(key);
      const marked = mark(key, ttlMs, [
        names.casesIndex(key.team),
        names.broughtIndex(key.team, kase.author),
        ...peopleOf(kase).map((user) => names.wroteIndex(key.team, user)),
      ]);
      const revision = randomUUID();
      const taken = done.filter((id) => !lineage.took.has(id));
      const saved = await shelf.commit({
        ...marked,
        record: sealer.seal(recordName.kase(marked.thread), marked.until, keptCase.write(kase)),
        expects: lineage.revision,
        revision,
        takes: taken.map(names.event),
        doneUntil: marked.now + DONE_MS,
      });
      if (!saved) throw new StateError('stale');
      lineage.revision = revision;
      for (const id of taken) lineage.took.add(id);
    },
    remove: (key) => shelf.remove(names.thread(key), now() + DONE_MS),
  };
}

function listPart(desk: Desk, load: CaseStore['load']): Pick<CaseStore, 'list' | 'kept'> {
  const { shelf, names, now, sealer, onFault } = desk;
  const keyOf = async (thread: string): Promise<ThreadKey | null> => {
    const record = await shelf.threadKey(thread);
    if (record === null) return null;
    try {
      return keptKey.restore(sealer.open(recordName.threadKey(thread), record).text);
    } catch (error) {
      onFault(faultCode(error));
      return null;
    }
  };
  const keysIn = async (index: string) => {
    const keys: ThreadKey[] = [];
    for (const thread of await shelf.indexed(index, now())) {
      const key = await keyOf(thread);
      if (key !== null) keys.push(key);
    }
    return keys;
  };
  const isBy = async (key: ThreadKey, author: string) => {
    const kase = await load({ ...key }).catch(() => null);
    return kase?.author === author;
  };
  return {
    async list(team, author) {
      if (author === undefined) return keysIn(names.casesIndex(team));
      const brought = await keysIn(names.broughtIndex(team, author));
      const own = await Promise.all(brought.map((key) => isBy(key, author)));
      return brought.filter((_, place) => own[place]);
    },
    kept: (team, user) =>
      keysIn(user === undefined ? names.keptIndex(team) : names.wroteIndex(team, user)),
  };
}

/** The part of the store that holds cases and what waits for them. */
export function createCases(desk: Desk, push: Engine['push']) {
  const cases = casePart(desk);
  return { ...waitingPart(desk, push), ...cases, ...listPart(desk, cases.load) };
}
