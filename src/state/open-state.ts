import type { Alarms, CaseStore, RecordStore, TurnQueue } from '../pipeline/ports.ts';
import { createAlarmClock } from './alarm-clock.ts';
import type { Desk } from './desk.ts';
import type { Driver } from './driver.ts';
import type { FailedThread, QueueDepth } from './engine.ts';
import type { Finding } from './health.ts';
import { listInstalls } from './list-installs.ts';
import { openLocal } from './local/open-local.ts';
import { openDesk } from './open-desk.ts';
import { createQueue } from './queue.ts';
import { createRecordBook } from './record-book.ts';
import { type Rotated, rotateKeys } from './rotate-keys.ts';
import { faultCode } from './state-error.ts';
import { createStore } from './store.ts';

/** How state is opened; only `keys` has no default. */
export interface StateOptions {
  /** Key ring, `id:base64` separated by commas (`IMPASSE_KEYS`). */
  readonly keys: string;
  /** Empty or left out: the `local` driver. */
  readonly redisUrl?: string | undefined;
  /** Data file of the `local` driver; ':memory:' keeps nothing. */
  readonly path?: string;
  /** False for a command-line tool beside the running bot: the queue is not worked on. */
  readonly works?: boolean;
  /** Threads worked on side by side in this process. */
  readonly concurrency?: number;
  /** Attempts on a turn before it is given up. */
  readonly attempts?: number;
  /** How often is looked for alarms that are due. */
  readonly tickMs?: number;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** Told about faults that no caller sees, by code. */
  readonly onFault?: Desk['onFault'];
}

/** State, opened. */
export interface State {
  readonly store: CaseStore;
  readonly queue: TurnQueue;
  readonly records: RecordStore;
  readonly alarms: Alarms;
  /** What `doctor` reports. */
  health(): Promise<readonly Finding[]>;
  depth(): Promise<QueueDepth>;
  /** Threads that were given up, without text. */
  failed(): Promise<readonly FailedThread[]>;
  /** Ids of every install that is kept; opens every record to find them. */
  installs(): Promise<readonly string[]>;
  /** Encrypts everything again with the first key, online. */
  rotate(): Promise<Rotated>;
  /** Deletes what has expired now; where it is needed it runs by itself every ten minutes. */
  sweep(): Promise<number>;
  /** Finishes or hands back what runs within `withinMs` (15 s unless told), then closes. */
  close(withinMs?: number): Promise<void>;
}

const SWEEP_MS = 10 * 60 * 1000;
const CLOSE_MS = 15_000;
const TICK_MS = 15_000;

type DriverOptions = Required<Omit<StateOptions, 'keys' | 'attempts' | 'tickMs'>>;

async function openDriver(options: DriverOptions): Promise<Driver> {
  const { redisUrl = '', path, works, concurrency, now, onFault } = options;
  if (redisUrl === '') return openLocal({ path, alone: works, concurrency, now, onFault });
  // Loaded only where it is used: it is a fifth of the start.
  const { openRedis } = await import('./redis/open-redis.ts');
  return openRedis({ url: redisUrl, concurrency, now, onFault });
}

/**
 * Opens state with the driver that the options name. Starts no work yet: `queue.work` and `alarms.work` do.
 * @throws StateError naming what to do: unusable keys, storage that cannot be reached, is in use,
 *   full or damaged
 */
export async function openState(options: StateOptions): Promise<State> {
  const { redisUrl = '', path = ':memory:', works = true, concurrency = 4 } = options;
  const { now = Date.now, onFault = () => {} } = options;
  const driver = await openDriver({ redisUrl, path, works, concurrency, now, onFault });
  const { shelf, engine } = driver;
  const desk = await openDesk(shelf, options.keys, { now, onFault }).catch(async (error) => {
    await shelf.close();
    throw error;
  });
  const store = createStore(desk, engine.push);
  const queue = createQueue(desk, engine, options.attempts);
  const alarms = createAlarmClock(desk, options.tickMs ?? TICK_MS);
  const sweep = () => shelf.sweep(now());
  const sweepSafely = () => {
    if (driver.needsSweep) sweep().catch((error: unknown) => onFault(faultCode(error)));
  };
  const sweeper = setInterval(sweepSafely, SWEEP_MS).unref();
  return {
    store,
    queue,
    alarms,
    records: createRecordBook(desk),
    sweep,
    health: driver.health,
    depth: () => engine.depth(),
    failed: () => engine.failed(),
    installs: () => listInstalls(desk),
    rotate: () => rotateKeys(desk),
    async close(withinMs = CLOSE_MS) {
      clearInterval(sweeper);
      await Promise.all([queue.close(withinMs), alarms.close(withinMs)]);
      await store.close();
    },
  };
}
