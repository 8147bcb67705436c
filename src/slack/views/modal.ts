import type { KnownBlock, ModalView } from '@slack/types';
import { LIMITS } from '../limits.ts';
import { section } from './blocks.ts';
import { clamp } from './clamp.ts';
import type { ViewParts } from './view-parts.ts';

/**
 * A modal to read; sections without text are left out, and what does not fit is left out and said to
 * be. `title` is a key of the words.
 */
export function modal(
  title: string,
  blocks: readonly KnownBlock[],
  { say }: Pick<ViewParts, 'say'>,
): ModalView {
  const filled = blocks.filter((block) => block.type !== 'section' || block.text?.text);
  const most = LIMITS.modalBlocks - 1;
  const more = filled.length > most ? [section('more', say('slack.modal.more'))] : [];
  const short = (text: string) => ({
    ...{ type: 'plain_text' as const, text: clamp(text, LIMITS.modalTitle), emoji: false },
  });
  return {
    type: 'modal',
    title: short(say(title)),
    close: short(say('button.close')),
    blocks: [...filled.slice(0, most), ...more],
  };
}
