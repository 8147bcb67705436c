import { needsPreview } from '../pipeline/preview.ts';
import { receive } from '../pipeline/receive.ts';
import type { PracticeTurn, Rehearsal } from '../pipeline/rehearsal/rehearsal.ts';
import { rehearsalId } from '../pipeline/rehearsal/rehearsal.ts';
import { createRequestOf } from '../pipeline/rehearsal/request-of.ts';
import type { Heeded } from '../slack/rehearsals.ts';
import type { RawMessage } from '../slack/take.ts';
import { REHEARSAL_MS, type RehearsalParts } from './rehearsal-parts.ts';

/** When a message is looked at again if whoever took it could not answer it. */
const AGAIN_MS = 20_000;

/** The alarm that has a rehearsal answered. */
export const REHEARSAL_ALARM = 'rehearsal';

const keeps = (rehearsal: Rehearsal | null, id: string) =>
  rehearsal === null || rehearsal.ended !== null || rehearsal.turns.some((turn) => turn.id === id);

/**
 * The door of a rehearsal: the same screen and de-identification as for a case, then the message is
 * kept and a timer set, so that it is answered even if this process ends now. Words that open a safety
 * matter end the rehearsal at once, and words that ask for one are not played.
 */
export function createTakePractice(parts: RehearsalParts) {
  const { records, alarms, voice, stages, now } = parts;
  const requestOf = createRequestOf(parts.played.requests);

  async function end(team: string, id: string): Promise<void> {
    await records.change(
      { team, kind: 'rehearsal', id },
      (was) => was && { ...was, turns: [], ended: was.ended ?? 'safety' },
      { ttlMs: REHEARSAL_MS },
    );
  }

  return async (raw: RawMessage): Promise<Heeded> => {
    const { key, turn: turnId, ts, at, text, safety, author } = raw;
    const id = rehearsalId(key);
    const { team } = key;
    const place = { turn: turnId, after: ts };
    if (safety.status !== 'clear') {
      const ends = safety.status === 'open';
      await voice.show(key, place, { kind: 'safety', safety, ends });
      if (ends) await end(team, id);
      return { kind: 'settled' };
    }
    const received = receive(stages, {
      ...{ id: turnId, author, ts, at, raw: text, safety, context: raw.context },
    });
    if (received.kind === 'refused') return { kind: 'refused', why: received.why };
    const { turn, doubts } = received;
    if (turn.unreadable !== null && requestOf(text) === null) {
      await voice.show(key, place, { kind: 'unreadable', why: turn.unreadable });
      return { kind: 'settled' };
    }
    const known = await records.read({ team, kind: 'rehearsal', id });
    if (known === null || known.ended !== null) {
      await voice.show(key, place, { kind: 'ended', why: 'over', summary: null });
      return { kind: 'settled' };
    }
    if (known.person !== author) return { kind: 'settled' };
    const said: PracticeTurn = {
      ...{ id: turnId, ts, at, text: turn.text, wish: requestOf(text), answer: null },
      rulesOnly: needsPreview(parts.preview, { text: turn.text, doubts }),
    };
    await records.change(
      { team, kind: 'rehearsal', id },
      (was) => (was === null || keeps(was, turnId) ? was : { ...was, turns: [...was.turns, said] }),
      { ttlMs: REHEARSAL_MS },
    );
    const alarm = { team, id: `rehearsal:${id}`, kind: REHEARSAL_ALARM, about: id };
    const ties = { people: [known.person], thread: known.about };
    await alarms.set({ ...alarm, at: now() + AGAIN_MS }, ties);
    return { kind: 'taken', removed: turn.removed, doubts };
  };
}
