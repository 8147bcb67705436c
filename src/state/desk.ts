import type { Names } from './names.ts';
import type { Sealer } from './seal.ts';
import type { Shelf } from './shelf.ts';
import type { StateErrorCode } from './state-error.ts';

/** What the parts of the store share: where things are kept, how they are sealed and named, the time. */
export interface Desk {
  readonly shelf: Shelf;
  readonly sealer: Sealer;
  readonly names: Names;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Told about faults that no caller gets to see, and about records that cannot be trusted. */
  readonly onFault: (code: StateErrorCode | 'internal') => void;
}
