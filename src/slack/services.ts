import type { Policies } from '../pipeline/ports.ts';
import type { Rehearsals } from './rehearsals.ts';
import type { Intake } from './take.ts';
import type { WaysIn } from './ways-in.ts';

/** What the listeners ask of the rest of the program, one service for each feature; app.ts wires them. */
export interface Services {
  readonly intake: Intake;
  readonly policies: Policies;
  readonly waysIn: WaysIn;
  readonly rehearsals: Rehearsals;
}
