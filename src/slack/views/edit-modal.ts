import type { ModalView } from '@slack/types';
import { LIMITS } from '../limits.ts';
import { section } from './blocks.ts';
import { modal } from './modal.ts';
import { pieces } from './pieces.ts';
import { type PlaceValue, placeValue } from './place-value.ts';
import { textInput } from './text-input.ts';
import type { ViewParts } from './view-parts.ts';

/** `callback_id` of the modal in which a held text is changed. */
export const EDIT_MODAL = 'edit-text';

/** Less than a field holds, so that something can be added to a piece. */
const PIECE = LIMITS.inputText - 500;

/** The held, de-identified text to change, in as many fields as it needs. */
export function editModal(
  place: Omit<PlaceValue, 'turn'>,
  held: { readonly turn: string; readonly text: string },
  parts: Pick<ViewParts, 'say'>,
): ModalView {
  const { say } = parts;
  const texts = pieces(held.text, PIECE);
  const label = (index: number) =>
    texts.length === 1
      ? say('slack.edit.label')
      : say('slack.edit.part', { part: String(index + 1), parts: String(texts.length) });
  const fields = texts.map((text, index) => {
    const optional = texts.length > 1;
    return textInput(`part-${index}`, {
      label: label(index),
      text,
      most: LIMITS.inputText,
      optional,
    });
  });
  return {
    ...modal('slack.edit.title', [section('intro', say('slack.edit.intro')), ...fields], parts),
    callback_id: EDIT_MODAL,
    private_metadata: placeValue(place, held.turn),
    submit: { type: 'plain_text', text: say('button.edit.send'), emoji: false },
    close: { type: 'plain_text', text: say('button.edit.back'), emoji: false },
  };
}
