import { randomUUID } from 'node:crypto';
import type { createCorrections } from './corrections.ts';
import { redactWords } from './pipeline/deidentify/redact-word.ts';
import type { Act, RemovedCounts, SafeText, ThreadKey, Turn } from './pipeline/message.ts';
import { countByClass } from './pipeline/receive.ts';
import { redactCase } from './pipeline/redact-case.ts';
import type { CaseThread } from './pipeline/thread/case-thread.ts';
import { isHeld } from './pipeline/thread/held.ts';
import { keepFor } from './pipeline/thread/planner/keep-for.ts';
import type { Corrected, HeldText, Original, OwnWords } from './slack/take.ts';
import { StateError } from './state/state-error.ts';
import { HOLD_MS, type TakeParts } from './take-message.ts';

/** What putting right what was removed needs. */
export interface PutRightParts extends Omit<TakeParts, 'corrections' | 'preview'> {
  readonly corrections: ReturnType<typeof createCorrections>;
  readonly now: () => Date;
}

/** A stored text as it should stand instead, or null when it may stay. */
type Anew = (turn: {
  readonly id: string;
  readonly text: SafeText;
  readonly removed: RemovedCounts;
}) => { readonly text: SafeText; readonly removed: RemovedCounts } | null;

const TRIES = 4;
const BUSY_MS = 1_200;
const LOOK_MS = 100;

const isBusy = (events: readonly { kind: string }[]) =>
  events.some((event) => event.kind === 'turn' || event.kind === 'edit');

/** False when messages of the thread still wait to be worked on after a while. */
async function isQuiet({ store }: PutRightParts, key: ThreadKey): Promise<boolean> {
  for (let waited = 0; waited < BUSY_MS; waited += LOOK_MS) {
    const waiting = await store.waiting(key);
    if (!isBusy(waiting.filter((event) => !isHeld(event)))) return true;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  return false;
}

/** Changes the kept case, again when somebody else saved it in between; how much was changed. */
async function change(
  { store, retentionMs }: PutRightParts,
  key: ThreadKey,
  make: (kase: CaseThread) => { readonly kase: CaseThread; readonly count: number },
): Promise<{ readonly kase: CaseThread | null; readonly count: number }> {
  for (let tries = 1; ; tries += 1) {
    const at = { ...key };
    const before = await store.load(at);
    if (before === null) return { kase: null, count: 0 };
    const { kase, count } = make(before);
    if (count === 0) return { kase, count };
    try {
      await store.commit(at, kase, [], keepFor(kase, retentionMs, kase.lastAt));
      return { kase, count };
    } catch (error) {
      if (!(error instanceof StateError && error.code === 'stale') || tries === TRIES) throw error;
    }
  }
}

/** This person's held turns that change, held anew under ids of their own. */
async function holdAnew(
  { store }: PutRightParts,
  key: ThreadKey,
  by: string,
  anew: Anew,
): Promise<HeldText[]> {
  const changed: HeldText[] = [];
  for (const turn of (await store.waiting(key)).filter(isHeld)) {
    const next = turn.author === by ? anew(turn) : null;
    if (next === null) continue;
    const held: Turn = { ...turn, ...next, id: randomUUID() };
    await store.append(key, held, HOLD_MS);
    await store.discard(key, [turn.id]);
    changed.push({ turn: held.id, ...next, doubts: [] });
  }
  return changed;
}

/** Classes of which less is removed now than before. */
function fewer(before: RemovedCounts, now: RemovedCounts): string[] {
  const counts = Object.entries(now);
  const left = (name: string) => counts.find(([other]) => other === name)?.[1] ?? 0;
  return Object.entries(before).flatMap(([name, count]) => (left(name) < count ? [name] : []));
}

/** The text without words that were missed, or null when they do not stand in it. */
const without =
  (words: readonly string[]): Anew =>
  ({ text, removed }) => {
    const done = redactWords(text, words);
    const other_id = (removed.other_id ?? 0) + done.count;
    return done.count === 0 ? null : { text: done.text, removed: { ...removed, other_id } };
  };

/** Reads one message anew with the words in it; null when they change nothing or it is refused. */
function reader(
  { corrections, stages }: PutRightParts,
  key: ThreadKey,
  words: readonly string[],
  originals: readonly Original[],
): Anew {
  const { missed, kept } = corrections.of(key);
  const before = kept.filter((word) => !words.includes(word));
  return ({ id, text }) => {
    const original = originals.find(({ turn }) => turn === id);
    if (original === undefined) return null;
    const read = (keeps: readonly string[]) =>
      stages.deidentify(original.raw, { ...original.context, missed, kept: keeps });
    const [now, then] = [read(kept), read(before)];
    if (!now.ok || (then.ok && then.text === now.text)) return null;
    const clean = redactWords(now.text, missed).text;
    return clean === text ? null : { text: clean, removed: countByClass(now.removed) };
  };
}

/** Putting right what was removed, in what is stored and for what comes later. */
export function createPutRight(
  parts: PutRightParts,
  isTheirs: (key: ThreadKey, by: string) => Promise<boolean>,
) {
  const { store, corrections } = parts;
  const note = (key: ThreadKey, who: string, what: string, about: string) =>
    store.record({ at: parts.now().getTime(), team: key.team, who, what, about });

  /** Has the case read anew; only its author's doing is followed. */
  async function readAnew(key: ThreadKey, by: string): Promise<void> {
    const at = parts.now().getTime();
    const act: Act = { kind: 'act', id: randomUUID(), by, at, does: 'corrected', value: '' };
    await store.enqueue(key, act, parts.retentionMs);
  }

  async function apply(
    key: ThreadKey,
    by: string,
    make: (kase: CaseThread) => { readonly kase: CaseThread; readonly count: number },
    anew: Anew,
  ): Promise<Corrected & { readonly about: string }> {
    if (!(await isQuiet(parts, key))) return { changed: null, held: [], about: '' };
    const { kase, count } = await change(parts, key, make);
    const held = await holdAnew(parts, key, by, anew);
    if (count > 0) await readAnew(key, by);
    return { changed: count + held.length, held, about: kase?.id ?? held[0]?.turn ?? 'unknown' };
  }

  const missed: OwnWords['missed'] = async (key, by, words) => {
    if (!(await isTheirs(key, by))) return { changed: 0, held: [] };
    corrections.add(key, { missed: words });
    const make = (kase: CaseThread) => redactCase(kase, words);
    const { changed, held, about } = await apply(key, by, make, without(words));
    if (changed !== null) await note(key, by, 'deid.missed', about);
    return { changed, held };
  };

  const notIdentifiers: OwnWords['notIdentifiers'] = async (key, by, words, originals) => {
    if (!(await isTheirs(key, by))) return { changed: 0, held: [] };
    corrections.add(key, { kept: words });
    const anew = reader(parts, key, words, originals);
    let classes: string[] = [];
    const make = (kase: CaseThread) => {
      let count = 0;
      classes = [];
      const turns = kase.turns.map((turn) => {
        const next = turn.author === by && turn.pending === undefined ? anew(turn) : null;
        if (next === null) return turn;
        count += 1;
        classes.push(...fewer(turn.removed, next.removed));
        return { ...turn, ...next };
      });
      return { kase: { ...kase, turns }, count };
    };
    const { changed, held, about } = await apply(key, by, make, anew);
    for (const name of classes) await note(key, by, `deid.kept.${name}`, about);
    return { changed, held };
  };

  return { missed, notIdentifiers };
}
