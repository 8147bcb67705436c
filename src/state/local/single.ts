import { DatabaseSync } from 'node:sqlite';
import { faultCode, StateError } from '../state-error.ts';
import { MEMORY } from './database.ts';
import { sqliteFault } from './sqlite-fault.ts';

/**
 * Makes sure that one process alone works with a data file: holds a lock on `PATH-lock` that the
 * operating system drops with the process, however it ends.
 * @returns what lets go of it
 * @throws StateError `in-use` when another process holds it
 */
export function holdAlone(path: string): () => void {
  if (path === MEMORY) return () => {};
  let lock: DatabaseSync | null = null;
  try {
    lock = new DatabaseSync(`${path}-lock`, { timeout: 0 });
    lock.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
  } catch (error) {
    lock?.close();
    const fault = sqliteFault(error);
    throw faultCode(fault) === 'locked' ? new StateError('in-use') : fault;
  }
  const held = lock;
  return () => {
    if (held.isOpen) held.close();
  };
}
