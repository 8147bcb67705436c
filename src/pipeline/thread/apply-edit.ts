import type { Edit, SafetyFlag } from '../message.ts';
import type { CaseThread, KeptTurn, PendingEdit } from './case-thread.ts';

/** Flags of both; taking words out of a message clears nothing, only 'In hand' does. */
export function bothFlags(old: readonly SafetyFlag[], fresh: readonly SafetyFlag[]): SafetyFlag[] {
  const isOpen = (id: string) =>
    [...old, ...fresh].some((flag) => flag.id === id && flag.status === 'open');
  const ids = new Set([...old, ...fresh].map(({ id }) => id));
  return [...ids].map((id) => ({ id, status: isOpen(id) ? 'open' : 'ask' }));
}

/** True when the new text opens a safety matter that the old one did not. */
const opensNew = (turn: KeptTurn, flags: readonly SafetyFlag[]) =>
  flags.some(
    ({ id, status }) =>
      status === 'open' && !turn.flags.some((flag) => flag.id === id && flag.status === 'open'),
  );

function withText(turn: KeptTurn, { text, removed, flags }: PendingEdit): KeptTurn {
  const { pending: _, ...kept } = turn;
  return { ...kept, text, removed, flags: bothFlags(turn.flags, flags) };
}

const read = (turn: KeptTurn) => (turn.pending === undefined ? turn : withText(turn, turn.pending));

/**
 * What an edit makes of a case. The new text waits until the author asks for it to be read. It counts
 * at once when nothing was read of the old one, when a colleague wrote it, and when it opens a new
 * safety matter: then it is told anew, as a turn of its own that is answered in front of everything.
 */
export function addEdit(kase: CaseThread, edit: Edit): CaseThread {
  const turn = kase.turns.find(({ ts, author }) => ts === edit.ts && author === edit.author);
  if (turn === undefined || (turn.editedAt ?? turn.at) >= edit.at) return kase;
  const { id, at, text, removed, flags } = edit;
  const pending = { id, at, text, removed, flags };
  const edited = { ...turn, editedAt: at, pending };
  const others = kase.turns.filter((other) => other !== turn);
  if (opensNew(turn, flags)) {
    return { ...kase, turns: [...others, { ...withText(edited, pending), id, at }] };
  }
  const atOnce = turn.text === '' || edit.author !== kase.author;
  const next = atOnce ? withText(edited, pending) : edited;
  return { ...kase, turns: kase.turns.map((other) => (other === turn ? next : other)) };
}

/** The case with every edit read that waited. */
export function readEdits(kase: CaseThread): CaseThread {
  return { ...kase, turns: kase.turns.map(read) };
}

/** True while a message of the case has changed since it was read. */
export function isOutdated(kase: CaseThread): boolean {
  return kase.turns.some(({ pending }) => pending !== undefined);
}
