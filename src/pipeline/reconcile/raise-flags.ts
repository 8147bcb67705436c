import type { SafeText, SafetyFlag } from '../message.ts';
import type { SafetyScreen } from '../outcome.ts';
import type { Span } from '../text/span.ts';

/** As much of a kept turn as is needed here. */
interface Flagged {
  readonly id: string;
  readonly at: number;
  readonly text: SafeText;
  readonly flags: readonly SafetyFlag[];
}

/** Where each kept turn of the author stands in the joined account. */
export interface PlacedTurn extends Span {
  readonly id: string;
  readonly at: number;
}

const BETWEEN = 2;

/** Places turns as `joinSafe` joins them, a blank line between. */
export function placeTurns(turns: readonly Flagged[]): PlacedTurn[] {
  let start = 0;
  return turns.map(({ id, at, text }) => {
    const placed = { id, at, start, end: start + text.length };
    start = placed.end + BETWEEN;
    return placed;
  });
}

/**
 * Turns with what the model raised noted as flags on the turn whose words raised it. From then on it
 * stands like anything the rules saw, through every later turn, until the author has it in hand.
 */
export function raiseFlags<T extends Flagged>(
  turns: readonly T[],
  placed: readonly PlacedTurn[],
  text: string,
  before: SafetyScreen,
  after: SafetyScreen,
): readonly T[] {
  const raised = after.labels.flatMap(({ id, status, evidence }) => {
    const live = status === 'open' || status === 'ask';
    const known = before.labels.find((label) => label.id === id)?.status === status;
    if (!live || known) return [];
    const at = Math.max(...evidence.map((words) => text.lastIndexOf(words)));
    const turn = placed.find(({ start, end }) => start <= at && at < end) ?? placed.at(-1);
    return turn === undefined ? [] : [{ turn: turn.id, flag: { id, status } }];
  });
  return turns.map((kept) => {
    const own = raised.filter(({ turn }) => turn === kept.id).map(({ flag }) => flag);
    if (own.length === 0) return kept;
    const rest = kept.flags.filter(({ id }) => !own.some((flag) => flag.id === id));
    return { ...kept, flags: [...rest, ...own] };
  });
}
