import type { PlayInput } from '../pipeline/language-model.ts';
import type { SafeText } from '../pipeline/message.ts';

/** A model's words, past the guard; null for what did not pass. */
export interface Played {
  /** What the client answers. */
  readonly line: SafeText | null;
  /** What the therapist might have said instead. */
  readonly wording: SafeText | null;
}

/** Asks a model to play the client; null when it gave nothing usable. Never throws. */
export type PlayClient = (
  input: Omit<PlayInput, 'faults'>,
  /** Taxonomy ids of the case, on which some rules of the guard depend. */
  context: readonly string[],
) => Promise<Played | null>;
