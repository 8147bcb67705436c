import type { SafetyScreen } from '../pipeline/outcome.ts';
import { type Arrival, type DoorStages, type Received, receive } from '../pipeline/receive.ts';

/** What is done with raw text at the door, in memory: the safety screen, then de-identification. */
export interface DoorReader {
  screen(text: string): Promise<SafetyScreen>;
  receive(arrival: Arrival): Promise<Received>;
  /** Starts worker threads, where there are to be any; before that everything is read by the caller. */
  start(): void;
  close(): Promise<void>;
}

/** Reads in the thread that asks. */
export const readHere = (stages: DoorStages): DoorReader => ({
  screen: async (text) => stages.screen(text),
  receive: async (arrival) => receive(stages, arrival),
  start: () => undefined,
  close: async () => undefined,
});
