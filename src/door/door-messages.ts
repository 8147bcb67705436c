import type { Stage } from '../operate/stage.ts';
import type { SafetyScreen } from '../pipeline/outcome.ts';
import type { Arrival, Received } from '../pipeline/receive.ts';
import type { SafetyKnowledge } from '../pipeline/safety/screen.ts';

/** What a worker thread of the door is given at its start. */
export interface DoorData {
  readonly knowledge: SafetyKnowledge;
  readonly screenVersion: string;
}

/** What it is asked to read; raw text that never leaves the process. */
export type Question = { readonly screen: string } | { readonly receive: Arrival };

/** A question with the number that its answer carries. */
export type Asked = Question & { readonly nth: number };

/** What it answers, with how long each stage took in milliseconds; `result` is null when reading failed. */
export interface Answered {
  readonly nth: number;
  readonly result: SafetyScreen | Received | null;
  readonly lengths: readonly (readonly [Stage, number])[];
}

/** What it says once it can be asked. */
export const READY = 'ready';
