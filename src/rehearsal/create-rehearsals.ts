import type { Alarm } from '../pipeline/ports.ts';
import { rehearsalId, rehearsalKey } from '../pipeline/rehearsal/rehearsal.ts';
import { summaryOf } from '../pipeline/rehearsal/summary.ts';
import type { Rehearsals } from '../slack/rehearsals.ts';
import { rehearsalPlaces } from '../state/rehearsal-places.ts';
import { createAnswer } from './answer-practice.ts';
import { createBegin } from './begin-rehearsal.ts';
import { REHEARSAL_MS, type RehearsalParts } from './rehearsal-parts.ts';
import { createTakePractice } from './take-practice.ts';

/** Ends a rehearsal by its button and sums it up. */
function createStop(parts: RehearsalParts): Rehearsals['stop'] {
  const { records, voice, played, hear } = parts;
  return async (key, by, id) => {
    const at = { team: key.team, kind: 'rehearsal', id: rehearsalId(key) } as const;
    const rehearsal = await records.read(at);
    if (rehearsal !== null && rehearsal.person !== by) return;
    const over = rehearsal === null || rehearsal.ended !== null;
    const summary = over ? null : summaryOf(played, hear, rehearsal);
    const why = over ? ('over' as const) : ('stopped' as const);
    await voice.show(key, { turn: id, after: key.thread }, { kind: 'ended', why, summary });
    await records.change(at, (was) => was && { ...was, turns: [], ended: was.ended ?? 'stopped' }, {
      ttlMs: REHEARSAL_MS,
    });
  };
}

/** Takes a message and our answer to it out of a rehearsal. */
function createRetract({ records, voice }: RehearsalParts): Rehearsals['retract'] {
  return async (key, turn, ts) => {
    const { team } = key;
    const id = rehearsalId(key);
    if ((await records.read({ team, kind: 'rehearsal-place', id })) === null) return false;
    await records.change(
      { team, kind: 'rehearsal', id },
      (was) => was && { ...was, turns: was.turns.filter((each) => each.id !== turn) },
      { ttlMs: REHEARSAL_MS },
    );
    await voice.withdraw(key, { turn, after: ts });
    return true;
  };
}

/** Rehearsals as Slack's side asks for them, and what rings when a message was left unanswered. */
export function createRehearsals(parts: RehearsalParts): {
  readonly rehearsals: Rehearsals;
  readonly bell: (alarm: Alarm) => Promise<void>;
} {
  const { records } = parts;
  const answer = createAnswer(parts);
  const rehearsals: Rehearsals = {
    begin: createBegin(parts),
    take: createTakePractice(parts),
    answer,
    stop: createStop(parts),
    retract: createRetract(parts),
    at: async (key) => {
      const id = rehearsalId(key);
      return (await records.read({ team: key.team, kind: 'rehearsal-place', id })) !== null;
    },
    placesOf: (about) => rehearsalPlaces(records, { thread: about }),
  };
  return { rehearsals, bell: ({ team, about }) => answer(rehearsalKey(team, about)) };
}
