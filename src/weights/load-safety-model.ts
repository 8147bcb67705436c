import type { SafetyModel } from '../pipeline/safety/screen.ts';

/** Reads the shipped weights of the local safety classifier; null when there are none. */
export function loadSafetyModel(): SafetyModel | null {
  return null;
}
