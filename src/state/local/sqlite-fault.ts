import { StateError, type StateErrorCode } from '../state-error.ts';

/** Primary result codes of SQLite (sqlite.org/rescode.html) and what they mean to us. */
const CODES: Record<number, StateErrorCode> = {
  5: 'locked',
  6: 'locked',
  8: 'read-only',
  10: 'io',
  11: 'corrupt',
  13: 'full',
  14: 'cannot-open',
  26: 'corrupt',
};

/**
 * The state error for what SQLite threw, without its message, which may quote what was asked; anything
 * else is given back as it is.
 */
export function sqliteFault(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { errcode, code } = error as Error & { errcode?: number; code?: string };
  if (code === 'ERR_INVALID_STATE') return new StateError('closed');
  if (code !== 'ERR_SQLITE_ERROR') return error;
  return new StateError(CODES[(errcode ?? 0) & 0xff] ?? 'io');
}
