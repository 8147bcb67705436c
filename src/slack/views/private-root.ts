import { context, type SlackMessage, section } from './blocks.ts';
import { storedText } from './stored-text.ts';
import type { ViewParts } from './view-parts.ts';

/**
 * The message that opens a private case in the direct conversation. `text` is what was taken in,
 * de-identified; null as long as it is not known to be read.
 */
export function privateRoot(text: string | null, { say }: Pick<ViewParts, 'say'>): SlackMessage {
  const opening = section('private', say('way.private.root'));
  return {
    text: say('way.private.notify'),
    blocks:
      text === null
        ? [opening]
        : [opening, context('as-read', [say('way.private.text')]), ...storedText('case', text)],
  };
}
