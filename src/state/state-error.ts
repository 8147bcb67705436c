/** What can go wrong with stored state, and what to do about it. No entry holds any stored text. */
const CURES = {
  'keys-missing': 'IMPASSE_KEYS is empty. Make a key with `npm run new-key` and keep a copy safe.',
  'keys-malformed':
    'IMPASSE_KEYS must read id:base64, several separated by commas. Make a key with `npm run new-key`.',
  'keys-length':
    'A key in IMPASSE_KEYS is not 32 bytes long. Make one with `npm run new-key` and paste it whole.',
  'keys-duplicate': 'Two keys in IMPASSE_KEYS have the same id. Give each key its own id.',
  'key-unknown':
    'Something was stored with a key that IMPASSE_KEYS no longer holds. Put that key back at the end of IMPASSE_KEYS, then run `npm run rotate-keys`.',
  'key-wrong':
    'IMPASSE_KEYS does not open what is stored here. Restore the key this data was written with, or start with empty storage.',
  tampered:
    'A stored record was changed from outside and is not used. Restore storage from a backup, or forget that thread and post the case again.',
  unreadable:
    'A stored record has a shape this version does not know. Run the version that wrote it, or forget that thread.',
  stale: 'The case was changed or deleted meanwhile. Load it again and repeat the step.',
  unstorable: 'The case does not have the shape that is stored. This is a fault of the program.',
  'in-use':
    'Another process already works with this data file. Stop it, or set REDIS_URL to run several processes.',
  locked: 'The data file is locked by another program. Close that program and try again.',
  full: 'The disk is full. Free some space; nothing that was confirmed is lost.',
  corrupt:
    'The data file is damaged. Stop Impasse, move the file away and restore a backup of it, or start with an empty one.',
  'cannot-open':
    'The data file cannot be opened. Check that IMPASSE_DATA names a place this user may write to.',
  'read-only': 'The data file cannot be written. Check its permissions and the file system.',
  io: 'The disk reported an error while the data file was read or written. Check the disk.',
  'file-newer':
    'The data file was written by a newer version. Run that version, or use another file.',
  'redis-url':
    'REDIS_URL is not understood. Use redis://HOST:PORT, rediss:// for TLS, redis+cluster://A,B,C or redis+sentinel://A,B/NAME.',
  'redis-away': 'Redis cannot be reached. Check that it runs and that REDIS_URL is right.',
  'redis-slow': 'Redis did not answer in time. Check its load and the network.',
  'redis-refused':
    'Redis refused the user or password. Check the credentials in REDIS_URL and the rights of that user.',
  'redis-untrusted':
    'The certificate of Redis is not trusted. Name that of your own authority with ?ca=FILE at the end of REDIS_URL.',
  overtaken:
    'A worker was silent for too long and another took over its turn. Nothing is lost; check the load of this machine and of Redis.',
  'redis-full':
    'Redis is out of memory and takes nothing more. Raise maxmemory; keep maxmemory-policy noeviction.',
  'redis-read-only':
    'Redis does not take writes just now. It may be failing over or unable to save to disk; check its log.',
  'redis-failed': 'Redis answered with an error. Run `npm run doctor`.',
  'alarm-lost':
    'A timer failed for about a month and was given up. Look in the log for what failed.',
  closed: 'State was used after it was closed. This happens for a moment while stopping.',
} as const;

export type StateErrorCode = keyof typeof CURES;

/** State cannot be used or a record cannot be trusted: a code, and in plain words what to do. */
export class StateError extends Error {
  override readonly name = 'StateError';
  readonly code: StateErrorCode;
  /** Plain words on what to do. */
  readonly cure: string;

  constructor(code: StateErrorCode) {
    super(`${CURES[code]} (${code})`);
    this.code = code;
    this.cure = CURES[code];
  }
}

/** The code of a state fault, or `internal` for anything else; the message of others may hold text. */
export function faultCode(error: unknown): StateErrorCode | 'internal' {
  return error instanceof StateError ? error.code : 'internal';
}
