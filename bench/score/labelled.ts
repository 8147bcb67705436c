import { existsSync, readFileSync } from 'node:fs';

/** A write-up with what a good reader must, may and must not find. */
export interface LabelledCase {
  readonly id: string;
  readonly text: string;
  readonly required: readonly string[];
  readonly acceptable: readonly string[];
  readonly forbidden: readonly string[];
  readonly direction: string;
  readonly enough_info: boolean;
  readonly consult: readonly string[];
}

/** A note with the safety ids that must be raised (`open`) or asked about (`ask`). */
export interface LabelledNote {
  readonly id: string;
  readonly text: string;
  readonly open: readonly string[];
  readonly ask: readonly string[];
  readonly none_ok: boolean;
}

/** A sentence a therapist might say, good or not. */
export interface LabelledPhrase {
  readonly id: string;
  readonly text: string;
  readonly good: boolean;
  readonly faults: readonly string[];
}

const CASES = new URL('../cases/', import.meta.url);

/** The objects of a JSON Lines file under bench/cases; none when the file is not there. */
export function labelled<T>(path: string): T[] {
  const file = new URL(path, CASES);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}
