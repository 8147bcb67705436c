import type { Desk } from './desk.ts';
import { faultCode } from './state-error.ts';

/** What turning the keys did. `left` must be 0 before an old key is taken out of IMPASSE_KEYS. */
export interface Rotated {
  readonly turned: number;
  /** Records that could not be opened or kept changing. */
  readonly left: number;
}

const PASSES = 5;

type Pass = Rotated & { readonly moved: number };

async function pass({ shelf, sealer, onFault }: Desk): Promise<Pass> {
  let turned = 0;
  let left = 0;
  let moved = 0;
  for await (const { name, record, swap } of shelf.filed()) {
    if (sealer.isCurrent(record)) continue;
    try {
      const { text, until } = sealer.open(name, record);
      if (await swap(sealer.seal(name, until, text))) turned += 1;
      else moved += 1;
    } catch (error) {
      left += 1;
      onFault(faultCode(error));
    }
  }
  return { turned, left, moved };
}

/**
 * Encrypts everything again with the first key of the ring, while the bot goes on working: a record that
 * was changed meanwhile is left to the next pass. Put a new key last in IMPASSE_KEYS and restart every
 * process, then put it first and restart, then run this; when `left` is 0 the old key can go.
 */
export async function rotateKeys(desk: Desk): Promise<Rotated> {
  let turned = 0;
  for (let count = 1; ; count += 1) {
    const last = await pass(desk);
    turned += last.turned;
    const quiet = last.turned === 0 && last.moved === 0;
    if (quiet || count === PASSES) return { turned, left: last.left + last.moved };
  }
}
