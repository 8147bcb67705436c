import { randomBytes } from 'node:crypto';
import type { Desk } from './desk.ts';
import { parseKeyRing } from './key-ring.ts';
import { createNames } from './names.ts';
import { createSealer, type Sealer } from './seal.ts';
import { recordName, type Shelf } from './shelf.ts';
import { faultCode, StateError } from './state-error.ts';

const INDEX = 'index';
const INDEX_BYTES = 32;

/**
 * The key under which opaque names are made. It is drawn once, kept sealed with the data and opened
 * first of all, so that a wrong key ring is noticed before anything is read or written.
 */
async function indexKey(shelf: Shelf, sealer: Sealer): Promise<Buffer> {
  const name = recordName.meta(INDEX);
  const fresh = sealer.seal(name, 0, randomBytes(INDEX_BYTES).toString('base64'));
  const kept = await shelf.once(INDEX, fresh);
  try {
    return Buffer.from(sealer.open(name, kept).text, 'base64');
  } catch (error) {
    throw faultCode(error) === 'tampered' ? new StateError('key-wrong') : error;
  }
}

/**
 * Puts a shelf, a key ring and a clock together.
 * @throws StateError when the ring is not usable (`keys-…`) or is not the one of this data (`key-…`)
 */
export async function openDesk(
  shelf: Shelf,
  keys: string,
  rest: Pick<Desk, 'now' | 'onFault'>,
): Promise<Desk> {
  const sealer = createSealer(parseKeyRing(keys));
  return { shelf, sealer, names: createNames(await indexKey(shelf, sealer)), ...rest };
}
