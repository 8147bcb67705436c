import type { KnownBlock } from '@slack/types';
import type { HeldText } from '../take.ts';
import { actId, type OwnDoes } from './act-id.ts';
import { actions, context, type SlackMessage, section } from './blocks.ts';
import { lines } from './markup.ts';
import { type PlaceValue, placeValue } from './place-value.ts';
import { doubtWords } from './private-note.ts';
import { removedWords } from './removed-words.ts';
import { storedText } from './stored-text.ts';
import type { ViewParts } from './view-parts.ts';

/** Letters of a text that one message can show beside everything else. */
const MOST_LETTERS = 8_000;
const lettersIn = (block: KnownBlock) =>
  block.type === 'section' ? (block.text?.text.length ?? 0) : 0;

/** As many blocks as fit, from the first one on. */
function fitting(blocks: readonly KnownBlock[]): KnownBlock[] {
  let sum = 0;
  return blocks.filter((block) => {
    sum += lettersIn(block);
    return sum <= MOST_LETTERS;
  });
}

/**
 * What the author alone sees before anything is read: the text without what was removed, why it
 * waits and for how long, and Send, Edit, Cancel. Nothing of it can be pressed by anybody else.
 */
export function previewNote(
  held: HeldText & { readonly hasFiles: boolean },
  place: Omit<PlaceValue, 'turn'>,
  { say }: Pick<ViewParts, 'say'>,
): SlackMessage {
  const value = placeValue(place, held.turn);
  const removed = removedWords(held.removed, say);
  const all = storedText('preview', held.text);
  const shown = fitting(all);
  const button = (does: OwnDoes, primary = false) => ({
    ...{ text: say(`button.${does}`), does: actId(does), value, primary },
  });
  const why = lines([
    say('slack.preview.waits'),
    removed === '' ? '' : say('slack.preview.removed', { removed }),
    ...doubtWords(held.doubts, say),
    held.hasFiles ? say('unreadable.file') : '',
  ]);
  return {
    text: say('slack.preview.notify'),
    blocks: [
      section('why', why),
      ...shown,
      ...(shown.length < all.length ? [section('more', say('slack.preview.more'))] : []),
      context('until', [say('slack.preview.until')]),
      actions('preview-buttons', [
        button('send-text', true),
        button('edit-text'),
        button('cancel-text'),
      ]),
    ],
  };
}
