import type { Turn } from '../pipeline/message.ts';
import { needsPreview } from '../pipeline/preview.ts';
import { receive } from '../pipeline/receive.ts';
import type { PracticeMessage } from '../pipeline/rehearsal/practice-message.ts';
import { type PracticeTurn, type Rehearsal, rehearsalId } from '../pipeline/rehearsal/rehearsal.ts';
import { createRequestOf } from '../pipeline/rehearsal/request-of.ts';
import type { Heeded } from '../slack/rehearsals.ts';
import type { RawMessage } from '../slack/take.ts';
import { REHEARSAL_MS, type RehearsalParts } from './rehearsal-parts.ts';

/** When a message is looked at again if whoever took it could not answer it. */
const AGAIN_MS = 20_000;
const SETTLED: Heeded = { kind: 'settled' };

/** The alarm that has a rehearsal answered. */
export const REHEARSAL_ALARM = 'rehearsal';

/** The rehearsal with one message more, once, and only while it goes on. */
function withTurn(rehearsal: Rehearsal | null, turn: PracticeTurn): Rehearsal | null {
  if (rehearsal === null || rehearsal.ended !== null) return rehearsal;
  if (rehearsal.turns.some(({ id }) => id === turn.id)) return rehearsal;
  return { ...rehearsal, turns: [...rehearsal.turns, turn] };
}

/**
 * The door of a rehearsal: the same de-identification as for a case, then the message is kept and a
 * timer set, so that it is answered even if this process ends now. Words that open a safety matter end
 * the rehearsal at once, and words that ask for one are not played.
 */
export function createTakePractice(parts: RehearsalParts) {
  const { records, alarms, voice, stages, now } = parts;
  const requestOf = createRequestOf(parts.played.requests);

  /** Answers without playing anything. */
  async function only({ key, turn, ts }: RawMessage, message: PracticeMessage): Promise<Heeded> {
    await voice.show(key, { turn, after: ts }, message);
    return SETTLED;
  }

  async function unsafe(raw: RawMessage): Promise<Heeded> {
    const { key, safety } = raw;
    const ends = safety.status === 'open';
    await only(raw, { kind: 'safety', safety, ends });
    if (!ends) return SETTLED;
    await records.change(
      { team: key.team, kind: 'rehearsal', id: rehearsalId(key) },
      (was) => was && { ...was, turns: [], ended: was.ended ?? 'safety' },
      { ttlMs: REHEARSAL_MS },
    );
    return SETTLED;
  }

  /** Keeps the message and sees to it that it is answered. */
  async function keep(raw: RawMessage, turn: PracticeTurn, known: Rehearsal): Promise<void> {
    const { team } = raw.key;
    const id = rehearsalId(raw.key);
    const ttlMs = REHEARSAL_MS;
    await records.change({ team, kind: 'rehearsal', id }, (was) => withTurn(was, turn), { ttlMs });
    const alarm = { team, id: `rehearsal:${id}`, kind: REHEARSAL_ALARM, about: id };
    const ties = { people: [known.person], thread: known.about };
    await alarms.set({ ...alarm, at: now() + AGAIN_MS }, ties);
  }

  async function play(raw: RawMessage, turn: Turn, doubts: readonly string[]): Promise<Heeded> {
    const { key, author, text } = raw;
    const at = { team: key.team, kind: 'rehearsal', id: rehearsalId(key) } as const;
    const wish = requestOf(text);
    if (turn.unreadable !== null && wish === null) {
      return only(raw, { kind: 'unreadable', why: turn.unreadable });
    }
    const known = await records.read(at);
    if (known === null || known.ended !== null) {
      return only(raw, { kind: 'ended', why: 'over', summary: null });
    }
    if (known.person !== author) return SETTLED;
    const rulesOnly = needsPreview(parts.preview, { text: turn.text, doubts });
    const { id, ts, at: when } = turn;
    await keep(raw, { id, ts, at: when, text: turn.text, wish, rulesOnly, answer: null }, known);
    return { kind: 'taken', removed: turn.removed, doubts };
  }

  return async (raw: RawMessage): Promise<Heeded> => {
    if (raw.safety.status !== 'clear') return unsafe(raw);
    const { turn: id, author, ts, at, text, safety, context } = raw;
    const received = receive(stages, { id, author, ts, at, raw: text, safety, context });
    if (received.kind === 'refused') return { kind: 'refused', why: received.why };
    return play(raw, received.turn, received.doubts);
  };
}
