import { chmodSync, existsSync, rmSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import { StateError } from '../state-error.ts';
import { sqliteFault } from './sqlite-fault.ts';

/**
 * Copies the data file at `from` to the new file `to`, whole and consistent, while the bot goes on
 * working. The copy is as sealed as the file and needs the same keys.
 * @throws StateError `cannot-open` when there is nothing to copy or `to` exists already, or what kept
 *   it from being written
 */
export async function backupFile(from: string, to: string): Promise<void> {
  if (!existsSync(from) || existsSync(to)) throw new StateError('cannot-open');
  let source: DatabaseSync | null = null;
  try {
    source = new DatabaseSync(from, { readOnly: true });
    await backup(source, to);
    chmodSync(to, 0o600);
  } catch (error) {
    rmSync(to, { force: true });
    throw sqliteFault(error);
  } finally {
    source?.close();
  }
}
