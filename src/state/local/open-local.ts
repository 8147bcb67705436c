import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Desk } from '../desk.ts';
import type { Driver } from '../driver.ts';
import { type Finding, fail, ok, warn } from '../health.ts';
import { type Database, MEMORY, openDatabase } from './database.ts';
import { createLocalEngine } from './local-engine.ts';
import { createLocalShelf } from './local-shelf.ts';
import { holdAlone } from './single.ts';

/** What opening the data file takes. */
export interface LocalOptions extends Pick<Desk, 'now' | 'onFault'> {
  /** File, or ':memory:'. */
  readonly path: string;
  /** False for a tool that looks in beside the running bot and works on no turn. */
  readonly alone: boolean;
  readonly concurrency: number;
}

const LEAST_FREE_MB = 200;

function checkDisk(path: string): Finding {
  if (path === MEMORY) return ok('local.disk', 'Everything is kept in memory only.');
  const { bavail, bsize } = statfsSync(dirname(path));
  const free = Math.floor((bavail * bsize) / 2 ** 20);
  const found = `${free} MB are free on the disk of the data file.`;
  if (free >= LEAST_FREE_MB) return ok('local.disk', found);
  return warn('local.disk', found, 'Free some space before the disk is full.');
}

function checkFile(db: Database): Finding {
  const found = String(db.get('PRAGMA quick_check(1)')?.quick_check ?? '');
  if (found === 'ok') return ok('local.file', 'The data file is sound.');
  return fail(
    'local.file',
    'The data file is damaged.',
    'Stop Impasse, move the file away and restore a backup, or start with an empty one.',
  );
}

/**
 * Opens the `local` driver: one SQLite file, one process.
 * @throws StateError `in-use`, `cannot-open`, `corrupt`, `locked`, `full`, `read-only`, `io` or `file-newer`
 */
export function openLocal({ path, alone, concurrency, now, onFault }: LocalOptions): Driver {
  const db = openDatabase(path);
  let release = () => {};
  try {
    if (alone) release = holdAlone(path);
  } catch (error) {
    db.close();
    throw error;
  }
  return {
    shelf: createLocalShelf(db, release),
    engine: createLocalEngine({ db, now, concurrency, onFault }),
    health: async () => [checkFile(db), checkDisk(path)],
    needsSweep: true,
  };
}
