import { randomBytes } from 'node:crypto';
import { KEY_BYTES } from './key-ring.ts';

/** A fresh key for `IMPASSE_KEYS`, written `id:base64`; the id is the day and two random characters. */
export function newKey(now: Date): string {
  const day = now.toISOString().slice(0, 10).replaceAll('-', '');
  return `k${day}${randomBytes(1).toString('hex')}:${randomBytes(KEY_BYTES).toString('base64')}`;
}
