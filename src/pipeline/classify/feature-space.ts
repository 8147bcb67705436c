import type { Actor } from '../text/actors.ts';

/**
 * Numbers everything that can be counted in a sentence. Below zero stands for what is not known; asked
 * about something unknown, a space answers the same.
 */
export interface FeatureSpace {
  /** Number of a stem, by which the features below are asked for. */
  stem(stem: string): number;
  /** A stem, `s:`. */
  one(stem: number): number;
  /** Two stems, one after the other, `2:`. */
  two(first: number, second: number): number;
  /** What an actor does, `a:`. */
  act(acting: number, stem: number): number;
  /** A concept, `C:`. */
  concept(concept: number): number;
  /** A concept by actor, `A:`. */
  conceptBy(acting: number, concept: number): number;
}

const ACTORS: readonly Actor[] = ['therapist', 'client', 'both', 'other', 'none'];

/** Who acts in a clause as a letter in the names of features, `Q` before it in quotation marks. */
export const ACTING: readonly string[] = ['T', 'C', 'B', 'O', '-', 'QT', 'QC', 'QB', 'QO', 'Q-'];

/** Nobody named, outside quotation marks: what no feature tells of. */
export const NOBODY: number = ACTING.indexOf('-');

/** The number in `ACTING` of an actor. */
export const actingOf = (actor: Actor, quoted: boolean): number =>
  ACTORS.indexOf(actor) + (quoted ? ACTORS.length : 0);
