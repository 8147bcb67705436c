import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { StateError } from '../state-error.ts';
import { SCHEMA, SCHEMA_VERSION } from './schema.ts';
import { sqliteFault } from './sqlite-fault.ts';

/** One row as SQLite gives it. */
export type Row = Readonly<Record<string, unknown>>;

/** A SQLite file with prepared statements kept and faults turned into state errors. */
export interface Database {
  /** Runs a statement; resolves to how many rows it changed. */
  run(sql: string, ...values: SQLInputValue[]): number;
  get(sql: string, ...values: SQLInputValue[]): Row | undefined;
  all(sql: string, ...values: SQLInputValue[]): Row[];
  /** Runs `work` as one transaction. */
  atomic<T>(work: () => T): T;
  /**
   * Runs `work` without waiting for the disk: it outlives the process, and a power cut may undo it until
   * something else is on disk.
   */
  lightly<T>(work: () => T): T;
  /** Empties the write-ahead log, which would hold what was deleted for a while longer. */
  wipeLog(): void;
  close(): void;
}

export const MEMORY = ':memory:';
const BUSY_MS = 1000;

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw sqliteFault(error);
  }
}

function prepare(db: DatabaseSync): void {
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
  const version = Number(db.prepare('PRAGMA user_version').get()?.user_version ?? 0);
  if (version > SCHEMA_VERSION) throw new StateError('file-newer');
  if (version < SCHEMA_VERSION) {
    db.exec(`BEGIN IMMEDIATE; ${SCHEMA}; PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT`);
  }
}

function connect(path: string): DatabaseSync {
  if (path !== MEMORY) {
    try {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      closeSync(openSync(path, 'a', 0o600));
    } catch {
      throw new StateError('cannot-open');
    }
  }
  return new DatabaseSync(path, { timeout: BUSY_MS });
}

/**
 * Opens (and makes, if need be) the data file at `path`, or one in memory for ':memory:'. A change that
 * is not made lightly is on disk when the call returns (WAL, synchronous FULL); deleted content is
 * overwritten.
 * @throws StateError `cannot-open`, `corrupt`, `locked`, `full`, `read-only`, `io` or `file-newer`
 */
export function openDatabase(path: string): Database {
  return guarded(() => {
    const db = connect(path);
    try {
      prepare(db);
    } catch (error) {
      db.close();
      throw error;
    }
    return wrap(db);
  });
}

function wrap(db: DatabaseSync): Database {
  const statements = new Map<string, StatementSync>();
  const statement = (sql: string) => {
    const kept = statements.get(sql) ?? db.prepare(sql);
    statements.set(sql, kept);
    return kept;
  };
  return {
    run: (sql, ...values) => guarded(() => Number(statement(sql).run(...values).changes)),
    get: (sql, ...values) => guarded(() => statement(sql).get(...values)),
    all: (sql, ...values) => guarded(() => statement(sql).all(...values)),
    atomic: (work) =>
      guarded(() => {
        db.exec('BEGIN IMMEDIATE');
        try {
          const result = work();
          db.exec('COMMIT');
          return result;
        } catch (error) {
          if (db.isTransaction) db.exec('ROLLBACK');
          throw error;
        }
      }),
    lightly: (work) =>
      guarded(() => {
        db.exec('PRAGMA synchronous = NORMAL');
        try {
          return work();
        } finally {
          db.exec('PRAGMA synchronous = FULL');
        }
      }),
    wipeLog() {
      guarded(() => statement('PRAGMA wal_checkpoint(TRUNCATE)').get());
    },
    close() {
      statements.clear();
      if (db.isOpen) db.close();
    },
  };
}
