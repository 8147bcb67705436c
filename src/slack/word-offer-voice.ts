import type { WordOfferVoice } from '../pipeline/guard/word-offer.ts';
import type { ViewParts } from './views/view-parts.ts';
import { wordOffer } from './views/word-offer.ts';
import type { LookUp } from './workspaces/look-up.ts';

interface VoiceParts extends Pick<LookUp, 'tellOf'> {
  readonly view: ViewParts;
}

/** Kinder words, whispered to the writer in the thread of their case. */
export function createWordOfferVoice({ tellOf, view }: VoiceParts): WordOfferVoice {
  return {
    async offer({ team, channel, thread }, user, id, word) {
      const tell = await tellOf(team);
      await tell({ channel, thread, user }, id, wordOffer(word, view));
    },
  };
}
