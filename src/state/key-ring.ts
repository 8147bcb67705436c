import { createSecretKey, type KeyObject } from 'node:crypto';
import { StateError } from './state-error.ts';

/** The keys that open what is stored, by id; the first encrypts, all decrypt. */
export interface KeyRing {
  readonly first: string;
  readonly keys: ReadonlyMap<string, KeyObject>;
}

export const KEY_BYTES = 32;
const ENTRY = /^([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/_-]{1,100}={0,2})$/;

function readEntry(entry: string): [string, KeyObject] {
  const [, id, encoded] = ENTRY.exec(entry) ?? [];
  if (id === undefined || encoded === undefined) throw new StateError('keys-malformed');
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length !== KEY_BYTES) throw new StateError('keys-length');
  return [id, createSecretKey(bytes)];
}

/**
 * Reads a key ring written as `id:base64`, comma-separated, each key 32 bytes.
 * @throws StateError `keys-missing`, `keys-malformed`, `keys-length` or `keys-duplicate`
 */
export function parseKeyRing(text: string): KeyRing {
  const entries = text.split(',').map((entry) => entry.trim());
  const pairs = entries.filter((entry) => entry !== '').map(readEntry);
  const [first] = pairs;
  if (first === undefined) throw new StateError('keys-missing');
  const keys = new Map(pairs);
  if (keys.size !== pairs.length) throw new StateError('keys-duplicate');
  return { first: first[0], keys };
}
