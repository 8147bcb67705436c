import type { ThreadKey } from '../message.ts';
import type { Restated } from './restate.ts';

/** Offers a kinder word for a harsh one, to its writer alone. */
export interface WordOfferVoice {
  /** @param id opaque; the same offer is made once */
  offer(key: ThreadKey, writer: string, id: string, word: Restated): Promise<void>;
}
