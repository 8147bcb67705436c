import type { Engine } from './engine.ts';
import type { Finding } from './health.ts';
import type { Shelf } from './shelf.ts';

/** A driver: where things are kept, what works on them, and how well it stands. */
export interface Driver {
  readonly shelf: Shelf;
  readonly engine: Engine;
  readonly health: () => Promise<readonly Finding[]>;
  /** True when expired records must be swept out; Redis drops them by itself. */
  readonly needsSweep: boolean;
}
