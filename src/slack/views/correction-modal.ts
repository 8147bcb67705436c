import type { ModalView } from '@slack/types';
import { section } from './blocks.ts';
import { modal } from './modal.ts';
import { type PlaceValue, placeValue } from './place-value.ts';
import { textInput } from './text-input.ts';
import type { ViewParts } from './view-parts.ts';

/** What can be put right: a word that should have gone, or one that should have stayed. */
export type Correction = 'missed' | 'not-identifier';

/** `callback_id`s of the two modals. */
export const CORRECTION_MODALS: Readonly<Record<string, Correction>> = {
  'missed-words': 'missed',
  'kept-words': 'not-identifier',
};

const CALLBACKS = { missed: 'missed-words', 'not-identifier': 'kept-words' } as const;
const MOST_LETTERS = 400;
const MOST_WORDS = 10;
const LONGEST_WORD = 80;

/** Asks for the words, one a line; carries only where the thread is, never a word. */
export function correctionModal(
  kind: Correction,
  place: Omit<PlaceValue, 'turn'>,
  parts: Pick<ViewParts, 'say'>,
): ModalView {
  const { say } = parts;
  const isMissed = kind === 'missed';
  const field = textInput('words', {
    label: say(isMissed ? 'slack.missed.label' : 'slack.kept.label'),
    hint: say('slack.correct.hint'),
    most: MOST_LETTERS,
  });
  const intro = say(isMissed ? 'slack.missed.intro' : 'slack.kept.intro');
  return {
    ...modal(
      isMissed ? 'slack.missed.title' : 'slack.kept.title',
      [section('intro', intro), field],
      parts,
    ),
    callback_id: CALLBACKS[kind],
    private_metadata: placeValue(place),
    submit: { type: 'plain_text', text: say('button.correct'), emoji: false },
  };
}

/** The words that were typed, one a line or between commas. */
export function readWords(typed: string): string[] {
  const words = typed.split(/[\n,;]/).map((word) => word.trim());
  return [...new Set(words)]
    .filter((word) => word.length >= 2 && word.length <= LONGEST_WORD)
    .slice(0, MOST_WORDS);
}
