import { createCipheriv, createDecipheriv, type KeyObject, randomFillSync } from 'node:crypto';
import type { KeyRing } from './key-ring.ts';
import { StateError } from './state-error.ts';

/** A record once opened. `until` is when it expires (ms since the epoch; 0 is never). */
interface Opened {
  readonly text: string;
  readonly until: number;
}

/** Encrypts records one by one and opens them again; `name` says which record it is. */
export interface Sealer {
  seal(name: string, until: number, text: string): string;
  /** @throws StateError `key-unknown` or `tampered` */
  open(name: string, sealed: string): Opened;
  /** Whether a record was written with the key that encrypts now. */
  isCurrent(sealed: string): boolean;
}

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const IVS_DRAWN = 256;
const SEALED = /^([A-Za-z0-9_-]{1,32})\.([0-9a-z]{1,12})\.([A-Za-z0-9_-]+)$/;

/** What is bound to a record without being secret: which record it is, its key and its expiry. */
const bound = (key: string, until: string, name: string) =>
  Buffer.from(`impasse-1|${key}|${until}|${name}`);

function decrypt(key: KeyObject, data: Buffer, more: Buffer): string {
  if (data.length < IV_BYTES + TAG_BYTES) throw new StateError('tampered');
  const decipher = createDecipheriv(CIPHER, key, data.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(more);
  decipher.setAuthTag(data.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    const rest = data.subarray(IV_BYTES + TAG_BYTES);
    return Buffer.concat([decipher.update(rest), decipher.final()]).toString('utf8');
  } catch {
    throw new StateError('tampered');
  }
}

/** Random initialisation vectors, each used once, drawn many at a time. */
function createVectors(): () => Buffer {
  const drawn = Buffer.alloc(IVS_DRAWN * IV_BYTES);
  let at = drawn.length;
  return () => {
    if (at === drawn.length) {
      randomFillSync(drawn);
      at = 0;
    }
    at += IV_BYTES;
    return Buffer.from(drawn.subarray(at - IV_BYTES, at));
  };
}

/**
 * AES-256-GCM per record, written `keyId.until36.base64url(iv tag data)`. The record's name, its key
 * id and its expiry are authenticated, so a record can be neither moved, nor kept longer, nor changed.
 */
export function createSealer({ first, keys }: KeyRing): Sealer {
  const current = keys.get(first);
  if (current === undefined) throw new StateError('keys-missing');
  const nextVector = createVectors();
  return {
    seal(name, until, text) {
      const iv = nextVector();
      const until36 = until.toString(36);
      const cipher = createCipheriv(CIPHER, current, iv, { authTagLength: TAG_BYTES });
      cipher.setAAD(bound(first, until36, name));
      const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      const packed = Buffer.concat([iv, cipher.getAuthTag(), data]).toString('base64url');
      return `${first}.${until36}.${packed}`;
    },
    open(name, sealed) {
      const [, id, until36, packed] = SEALED.exec(sealed) ?? [];
      if (id === undefined || until36 === undefined || packed === undefined) {
        throw new StateError('tampered');
      }
      const key = keys.get(id);
      if (key === undefined) throw new StateError('key-unknown');
      const text = decrypt(key, Buffer.from(packed, 'base64url'), bound(id, until36, name));
      return { text, until: Number.parseInt(until36, 36) };
    },
    isCurrent: (sealed) => sealed.startsWith(`${first}.`),
  };
}
