import type { ThreadEvent } from '../pipeline/message.ts';
import type { Outcome } from '../pipeline/outcome.ts';
import type { Meters } from './meters.ts';
import { sourceOf } from './source-of.ts';

/** A turn that was worked off and saved; refining it comes later. */
export interface FinishedTurn {
  readonly events: readonly ThreadEvent[];
  readonly outcome: Outcome;
  /** How long it took. */
  readonly ms: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Counts a finished turn: what it shows, by whom it was found, how long its person waited. */
export function observeTurn(meters: Meters, { events, outcome, ms, at }: FinishedTurn): void {
  const shown = outcome.kind !== 'nothing-new';
  const newest = Math.max(...events.map((event) => event.at));
  meters.turn(outcome.kind, ms, shown ? at - newest : null);
  if (outcome.kind === 'reading' || outcome.kind === 'safety') {
    meters.answer('first', sourceOf(outcome));
  }
}
