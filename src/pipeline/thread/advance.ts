import type { Act, ThreadEvent, Turn } from '../message.ts';
import { addEdit, readEdits } from './apply-edit.ts';
import type { CaseThread, KeptTurn } from './case-thread.ts';
import { actCorrection, allowTeaching } from './correction/correct-direction.ts';
import { noFollowUps, planFollowUp } from './follow-up/plan-follow-up.ts';
import { noteHypothesis, skipHypothesis } from './hypothesis/note-hypothesis.ts';
import { startPlan, stepPlan } from './planner/plan-acts.ts';
import { retract } from './retract.ts';

const without = (ids: readonly string[], id: string) => ids.filter((other) => other !== id);
const including = (ids: readonly string[], id: string) => [...without(ids, id), id];

function addTurn(kase: CaseThread, turn: Turn): CaseThread {
  if (kase.turns.some((kept) => kept.id === turn.id)) return kase;
  const { id, author, ts, at, text, removed, flags, screened, about } = turn;
  const kept: KeptTurn = {
    ...{ id, author, ts, at, text, removed, flags },
    ...(screened ? { screened } : {}),
    ...(about ? { about } : {}),
  };
  const turns = [...kase.turns, kept].toSorted((a, b) => a.at - b.at);
  return noteHypothesis({ ...kase, turns }, turn);
}

/** Open and asked safety ids of the reading the author was looking at when they pressed 'In hand'. */
function raised(kase: CaseThread): string[] {
  const labels = kase.assessment?.safety.labels ?? [];
  return labels.filter((l) => l.status === 'open' || l.status === 'ask').map((l) => l.id);
}

function putInHand(kase: CaseThread, act: Act): CaseThread {
  const ids = raised(kase);
  return {
    ...kase,
    stillOpen: false,
    inHand: [
      ...kase.inHand.filter((kept) => !ids.includes(kept.id)),
      ...ids.map((id) => ({ id, by: act.by, at: act.at })),
    ],
  };
}

const ACTS: Record<Act['does'], (kase: CaseThread, act: Act) => CaseThread> = {
  tap: (kase, { value }) => ({
    ...kase,
    tapped: including(kase.tapped, value),
    refused: without(kase.refused, value),
  }),
  untap: (kase, { value }) => ({
    ...kase,
    tapped: without(kase.tapped, value),
    refused: including(kase.refused, value),
  }),
  'none-of-these': (kase) => {
    const offered = (kase.assessment?.reading.candidates ?? []).map((c) => c.id);
    const refused = offered.filter((id) => !kase.tapped.includes(id));
    return { ...kase, refused: [...new Set([...kase.refused, ...refused])] };
  },
  'in-hand': putInHand,
  'still-open': (kase) => ({ ...kase, stillOpen: true }),
  'read-again': readEdits,
  helpful: (kase) => ({ ...kase, helpful: 'helpful' }),
  'not-helpful': (kase) => ({ ...kase, helpful: 'not-helpful' }),
  another: (kase) => kase,
  shorter: (kase) => kase,
  softer: (kase) => kase,
  rung: (kase) => kase,
  send: (kase) => kase,
  corrected: (kase) => kase,
  correct: actCorrection,
  'may-teach': allowTeaching,
  'next-session': planFollowUp,
  'no-follow-ups': noFollowUps,
  'show-reading': skipHypothesis,
  plan: startPlan,
  'plan-step': stepPlan,
  reviewed: (kase) => kase,
  // Asked and answered in `consult`, where safety and the reading are known.
  'ask-follow-up': (kase) => kase,
  went: (kase) => kase,
};

/**
 * What one event makes of a case: a turn is added once, in the order of writing, as Slack may deliver
 * in another; an edit waits to be read, a retraction takes out what came of a message, an act changes
 * what the clinician has said about the reading. Acts of anybody but the author change nothing; only
 * the author clears safety.
 */
export function advance(kase: CaseThread, event: ThreadEvent): CaseThread {
  const moved = { ...kase, lastAt: Math.max(kase.lastAt, event.at) };
  if (event.kind === 'turn') return addTurn(moved, event);
  if (event.kind === 'edit') return addEdit(moved, event);
  if (event.kind === 'retraction') return retract(kase, event);
  return event.by === kase.author ? ACTS[event.does](moved, event) : kase;
}
