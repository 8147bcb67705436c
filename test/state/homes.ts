import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openState, type State, type StateOptions } from '../../src/state/open-state.ts';

/** A clock that tests move; it runs on between moves. */
export function movableClock() {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    forward(ms: number) {
      ahead += ms;
    },
  };
}

export const DAY = 24 * 60 * 60 * 1000;
export const keyLine = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;
const KEYS = keyLine('test');

/** Where a driver keeps its data in a test, for opening it more than once. */
export interface Home {
  /** Opens state on this data; closed by `stop` at the latest. */
  open(options?: Partial<StateOptions>): Promise<State>;
  /** A second process beside the first, as far as the driver allows one. */
  beside(options?: Partial<StateOptions>): Promise<State>;
  /** Every key and value, as it stands. */
  dump(): Promise<string>;
  stop(): Promise<void>;
}

/** Keeps count of what was opened, so that a test that fails leaves nothing running. */
export function opener(base: Partial<StateOptions>) {
  const opened: State[] = [];
  const open = async (options: Partial<StateOptions> = {}) => {
    const state = await openState({ keys: KEYS, ...base, ...options });
    opened.push(state);
    return state;
  };
  const closeAll = () => Promise.all(opened.map((state) => state.close()));
  return { open, closeAll };
}

/** A data file in a folder of its own. */
export async function localHome(): Promise<Home & { path: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'impasse-state-'));
  const path = join(folder, 'impasse.sqlite');
  const { open, closeAll } = opener({ path });
  return {
    path,
    open,
    beside: (options) => open({ works: false, ...options }),
    dump: async () =>
      readdirSync(folder)
        .map((name) => readFileSync(join(folder, name), 'latin1'))
        .join('\n'),
    async stop() {
      await closeAll();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
