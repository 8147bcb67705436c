import type { ModalView } from '@slack/types';
import type { ThreadKey } from '../../pipeline/message.ts';
import { section } from './blocks.ts';
import { modal } from './modal.ts';
import { placeValue } from './place-value.ts';
import { textInput } from './text-input.ts';
import type { ViewParts } from './view-parts.ts';

/** `callback_id`s of the modals in which a line on how it went and one's own guess are written. */
export const ADD_LINE = 'add-line';
export const NOTE_GUESS = 'note-guess';

const LINE_LETTERS = 600;
const GUESS_LETTERS = 1_500;

/** One field for what happened; carries only where the thread is. */
export function lineModal(key: ThreadKey, parts: Pick<ViewParts, 'say'>): ModalView {
  const { say } = parts;
  const field = textInput('line-0', {
    ...{ label: say('follow-up.line.label'), hint: say('follow-up.line.hint') },
    most: LINE_LETTERS,
  });
  return {
    ...modal('follow-up.line.title', [section('intro', say('follow-up.line.intro')), field], parts),
    callback_id: ADD_LINE,
    private_metadata: placeValue(key),
    submit: { type: 'plain_text', text: say('follow-up.line.send'), emoji: false },
  };
}

/** Two fields for the clinician's own guess, both of which may stay empty. */
export function guessModal(key: ThreadKey, parts: Pick<ViewParts, 'say'>): ModalView {
  const { say } = parts;
  const field = (id: string, label: string) =>
    textInput(id, { label: say(label), most: GUESS_LETTERS, optional: true });
  return {
    ...modal(
      'hypothesis.title',
      [
        section('intro', say('hypothesis.intro')),
        field('guess-0', 'hypothesis.guess'),
        field('guess-1', 'hypothesis.part'),
      ],
      parts,
    ),
    callback_id: NOTE_GUESS,
    private_metadata: placeValue(key),
    submit: { type: 'plain_text', text: say('hypothesis.send'), emoji: false },
  };
}
