import { type ThreadKey, writerOf } from '../pipeline/message.ts';
import type { CaseStore } from '../pipeline/ports.ts';
import type { CaseThread, KeptReply } from '../pipeline/thread/case-thread.ts';
import { faultCode } from './state-error.ts';
import { stripPerson } from './strip-person.ts';

/** What is to be forgotten: one thread, one person in an install, or an install. */
export type Forget =
  | { readonly thread: ThreadKey }
  | { readonly team: string; readonly user: string }
  | { readonly team: string };

/** What was forgotten, and our messages in Slack that were made from it and should be deleted there. */
export interface Forgotten {
  readonly threads: number;
  /** Threads of others from which a person's part was taken. */
  readonly stripped: number;
  readonly replies: readonly RepliesLeft[];
}

/** Our messages of one thread: those that are known, and whether every other one is to go as well. */
export interface RepliesLeft {
  readonly key: ThreadKey;
  readonly known: readonly string[];
  readonly all: boolean;
}

/** How long a case that stays is kept, counted from its last activity. */
export interface ForgetOptions {
  readonly retentionMs: number;
  readonly now: () => number;
}

type Part = { kind: 'removed' | 'stripped' | 'nothing'; replies: Forgotten['replies'] };

const REPEATS = 5;
const at = (key: ThreadKey, replies: readonly KeptReply[], all: boolean) =>
  all || replies.length > 0 ? [{ key, known: replies.map(({ ts }) => ts), all }] : [];

/** The case, or null also when its record cannot be trusted: it can still be deleted. */
async function loadAnyway(store: CaseStore, key: ThreadKey): Promise<CaseThread | null> {
  return store.load(key).catch(() => null);
}

async function removeThread(store: CaseStore, key: ThreadKey): Promise<Part> {
  const kase = await loadAnyway(store, key);
  const removed = await store.remove(key);
  return { kind: removed ? 'removed' : 'nothing', replies: at(key, kase?.replies ?? [], true) };
}

async function stripThread(
  store: CaseStore,
  key: ThreadKey,
  user: string,
  { retentionMs, now }: ForgetOptions,
): Promise<Part> {
  const events = await store.waiting(key);
  const own = events.filter((event) => writerOf(event) === user).map(({ id }) => id);
  const kase = await store.load(key);
  if (kase?.author === user) return removeThread(store, key);
  if (kase === null && own.length === events.length) return removeThread(store, key);
  await store.discard(key, own);
  if (kase === null) return { kind: 'stripped', replies: [] };
  const rest = stripPerson(kase, user);
  const gone = kase.replies.filter((reply) => !rest.replies.includes(reply));
  await store.commit(key, rest, [], Math.max(1, kase.lastAt + retentionMs - now()));
  return { kind: 'stripped', replies: at(key, gone, false) };
}

/** Repeats when a worker saved the case meanwhile. */
async function stripPatiently(...given: Parameters<typeof stripThread>): Promise<Part> {
  for (let count = 1; ; count += 1) {
    try {
      return await stripThread(...given);
    } catch (error) {
      if (faultCode(error) !== 'stale' || count === REPEATS) throw error;
    }
  }
}

/** How the audit names what was done; a forgotten install is not named again. */
function deed(what: Forget): { team: string; what: string } {
  if ('thread' in what) return { team: what.thread.team, what: 'forget.thread' };
  if ('user' in what) return { team: what.team, what: 'forget.user' };
  return { team: 'forgotten', what: 'forget.team' };
}

/**
 * Deletes what is kept of a thread, a person or an install: cases, what waits, records and alarms
 * beside them, and the index entries; in the audit a tombstone takes the place of their ids. Cases that a person only wrote in stay,
 * without their part. The deed itself is recorded in the audit.
 * @throws StateError when storage fails half-way; repeat it then
 */
export async function forget(
  store: CaseStore,
  what: Forget,
  options: ForgetOptions,
): Promise<Forgotten> {
  const parts: Part[] = [];
  if ('thread' in what) {
    parts.push(await removeThread(store, { ...what.thread }));
  } else if ('user' in what) {
    for (const key of await store.kept(what.team, what.user)) {
      parts.push(await stripPatiently(store, key, what.user, options));
    }
    await store.removeBeside({ team: what.team, user: what.user });
    await store.tombstone(what.team, what.user);
  } else {
    for (const key of await store.kept(what.team)) parts.push(await removeThread(store, key));
    await store.removeBeside({ team: what.team });
    await store.tombstone(what.team);
  }
  const count = (kind: Part['kind']) => parts.filter((part) => part.kind === kind).length;
  const done = { threads: count('removed'), stripped: count('stripped') };
  await store.record({
    at: options.now(),
    ...deed(what),
    who: 'system',
    about: `${done.threads} ${done.stripped}`,
  });
  return { ...done, replies: parts.flatMap(({ replies }) => replies) };
}
