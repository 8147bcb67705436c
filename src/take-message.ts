import type { Corrections } from './corrections.ts';
import type { DoorReader } from './door/door-reader.ts';
import { redactWords } from './pipeline/deidentify/redact-word.ts';
import type { ThreadKey, Turn } from './pipeline/message.ts';
import type { CaseStore } from './pipeline/ports.ts';
import { needsPreview, type PreviewPolicy } from './pipeline/preview.ts';
import type { Received } from './pipeline/receive.ts';
import type { Stages } from './pipeline/stages.ts';
import { bothFlags } from './pipeline/thread/apply-edit.ts';
import { isHeld } from './pipeline/thread/held.ts';
import type { RawMessage, Taken } from './slack/take.ts';

/** What taking a message over needs. */
export interface TakeParts {
  readonly store: CaseStore;
  readonly stages: Stages;
  readonly reader: DoorReader;
  readonly retentionMs: number;
  readonly preview: PreviewPolicy;
  readonly corrections: { of(key: ThreadKey): Corrections };
}

/** How long a held turn waits for its author. */
export const HOLD_MS = 60 * 60 * 1000;

type Read = Extract<Received, { kind: 'turn' }>;

/** Through the door with everything known about the thread; what was missed before is taken out. */
async function read({ reader, corrections }: TakeParts, raw: RawMessage): Promise<Received> {
  const { turn: id, author, ts, at, text, safety } = raw;
  const { missed, kept } = corrections.of(raw.key);
  const context = { ...raw.context, missed, kept };
  const received = await reader.receive({ id, author, ts, at, raw: text, safety, context });
  if (received.kind === 'refused') return received;
  const turn = raw.about ? { ...received.turn, about: raw.about } : received.turn;
  if (missed.length === 0) return { ...received, turn };
  const { text: clean, count } = redactWords(turn.text, missed);
  if (count === 0) return { ...received, turn };
  const removed = { ...turn.removed };
  removed.other_id = (removed.other_id ?? 0) + count;
  return { ...received, turn: { ...turn, text: clean, removed } };
}

/** The held turn that this message takes the place of: named, or the same message in Slack. */
async function replacedBy({ store }: TakeParts, raw: RawMessage): Promise<Turn | null> {
  if (!raw.edit && raw.replaces === undefined) return null;
  const held = (await store.waiting(raw.key)).filter(isHeld);
  const own = held.filter(({ author }) => author === raw.author);
  return own.find(({ id, ts }) => (raw.replaces ? id === raw.replaces : ts === raw.ts)) ?? null;
}

/**
 * Whether it waits for its author. What they have just changed by hand waits again only when more was
 * removed from it; edits in Slack wait for 'Read it again' anyway; a colleague's remark is not read.
 */
async function holds(parts: TakeParts, raw: RawMessage, { turn, doubts }: Read): Promise<boolean> {
  if (raw.replaces !== undefined) return Object.keys(turn.removed).length > 0;
  if (!needsPreview(parts.preview, { text: turn.text, doubts })) return false;
  if (parts.preview === 'always') return true;
  const kase = await parts.store.load(raw.key);
  return kase === null || kase.author === raw.author;
}

/** As what a message is kept; the new text of one that is held is a message, not an edit. */
async function kindOf(
  parts: TakeParts,
  raw: RawMessage,
  received: Read,
  replaced: Turn | null,
): Promise<'turn' | 'edit' | 'held'> {
  if (raw.edit && replaced === null) return 'edit';
  return (await holds(parts, raw, received)) ? 'held' : 'turn';
}

/** Stores the turn and has its thread woken, or lets it wait; false when it was taken before. */
async function keep(
  { store, retentionMs }: TakeParts,
  key: ThreadKey,
  turn: Turn,
  as: 'turn' | 'edit' | 'held',
): Promise<boolean> {
  if (as === 'held') {
    if (await store.append(key, { ...turn, held: true }, HOLD_MS)) return true;
    return (await store.waiting(key)).some((event) => isHeld(event) && event.id === turn.id);
  }
  const event = as === 'edit' ? ({ ...turn, kind: 'edit' } as const) : turn;
  return store.enqueue(key, event, retentionMs);
}

/** What is told of a text that waits to be looked at. */
const heldAs = ({ id, text, removed }: Turn): Taken => ({
  ...{ kind: 'held', turn: id, text, removed, doubts: [] },
});

/** What became of a changed text that was taken before: it may still wait to be looked at. */
async function takenBefore({ store }: TakeParts, raw: RawMessage): Promise<Taken> {
  const held = (await store.waiting(raw.key)).filter(isHeld).find(({ id }) => id === raw.turn);
  return held === undefined ? { kind: 'duplicate' } : heldAs(held);
}

/**
 * Takes away what a new text takes the place of; of several edits of a message only the newest waits,
 * also when Slack sends one twice or two at the same time.
 */
async function dropReplaced({ store }: TakeParts, raw: RawMessage, replaced: Turn): Promise<void> {
  if (!raw.edit) return store.discard(raw.key, [replaced.id]);
  const { ts, author } = replaced;
  const held = (await store.waiting(raw.key)).filter(isHeld);
  const same = held.filter((turn) => turn.ts === ts && turn.author === author);
  const latest = Math.max(raw.at, ...same.map(({ at }) => at));
  const older = same.filter(({ at }) => at < latest).map(({ id }) => id);
  if (older.length > 0) await store.discard(raw.key, older);
}

/** Keeps what was read of a message, in the place of what it replaces. */
async function takeRead(
  parts: TakeParts,
  raw: RawMessage,
  received: Read,
  replaced: Turn | null,
): Promise<Taken> {
  const as = await kindOf(parts, raw, received, replaced);
  const flags = bothFlags(replaced?.flags ?? [], received.turn.flags);
  const taken = await keep(parts, raw.key, { ...received.turn, flags }, as);
  if (replaced !== null) await dropReplaced(parts, raw, replaced);
  if (!taken) return { kind: 'duplicate' };
  const { id: turn, text, removed } = received.turn;
  const { doubts } = received;
  return as === 'held'
    ? { kind: 'held', turn, text, removed, doubts }
    : { kind: 'queued', removed, doubts };
}

/**
 * The store-side of the door: a message is de-identified in memory, stored and its thread woken, or
 * held until its author has looked at it. The store ignores an id it has seen, so a redelivery
 * finishes what a crash left half done and is then reported as a duplicate; nothing that fails
 * half-way is lost.
 */
export function createTake(parts: TakeParts) {
  return async (raw: RawMessage): Promise<Taken> => {
    const received = await read(parts, raw);
    if (received.kind === 'refused') return { kind: 'refused', why: received.why };
    const replaced = await replacedBy(parts, raw);
    if (raw.replaces !== undefined && replaced === null) return takenBefore(parts, raw);
    if (raw.edit && replaced !== null && replaced.at > raw.at) return heldAs(replaced);
    return takeRead(parts, raw, received, replaced);
  };
}
