import type { InputBlock, ModalView } from '@slack/types';
import type { Assessment } from '../../pipeline/outcome.ts';
import { FLAG_REASONS } from '../../pipeline/review/review.ts';
import { LIMITS } from '../limits.ts';
import { section } from './blocks.ts';
import { clamp } from './clamp.ts';
import { plain } from './markup.ts';
import { modal } from './modal.ts';
import { quote } from './quote.ts';
import { type ReviewValue, reviewValue } from './review-ids.ts';
import { textInput } from './text-input.ts';
import type { ViewParts } from './view-parts.ts';

/** Longer than any sentence the guard lets through. */
const MOST_WORDS = 700;
const MOST_NOTE = 1_000;
const REASONS = 'reasons';

type Say = Pick<ViewParts, 'say'>;

/** A modal to be sent; it carries the case and what was seen of it, and where the card stands. */
function sending(
  title: string,
  callback: string,
  blocks: ModalView['blocks'],
  value: ReviewValue & { readonly channel: string },
  { say }: Say,
): ModalView {
  return {
    ...modal(title, blocks as Parameters<typeof modal>[1], { say }),
    callback_id: callback,
    private_metadata: `${reviewValue(value)} ${value.channel}`,
    submit: { type: 'plain_text', text: say('button.review.send'), emoji: false },
  };
}

const noteInput = (optional: boolean, label: string, { say }: Say): InputBlock =>
  textInput('note', { label, hint: say('review.note.hint'), most: MOST_NOTE, optional });

/** One field for each sentence, with its words in it to be changed, and one for a note. */
export function rewordModal(
  assessment: Assessment,
  value: ReviewValue & { readonly channel: string },
  parts: Say,
): ModalView {
  const { say } = parts;
  const fields = assessment.suggestions.phrases.slice(0, 3).flatMap(({ text }, index) => [
    section(`before-${index}`, say('review.words.before', { words: quote(text, 600) })),
    textInput(`words-${index}`, {
      ...{ label: say('review.words.label', { number: String(index + 1) }), optional: true },
      ...{ text: clamp(text, MOST_WORDS), most: MOST_WORDS },
    }),
  ]);
  const blocks = [
    section('intro', say('review.words.intro')),
    ...fields,
    noteInput(true, say('review.note.label'), parts),
  ];
  return sending('review.words.title', 'review-words', blocks, value, parts);
}

/** The reasons for a flag, and a note. */
export function flagModal(
  value: ReviewValue & { readonly channel: string },
  parts: Say,
): ModalView {
  const { say } = parts;
  const reasons: InputBlock = {
    type: 'input',
    block_id: REASONS,
    label: {
      ...{ type: 'plain_text', emoji: false },
      text: clamp(say('review.flag.label'), LIMITS.inputLabel),
    },
    element: {
      type: 'checkboxes',
      action_id: 'reasons-chosen',
      options: FLAG_REASONS.map((reason) => ({
        text: {
          ...{ type: 'plain_text' as const, emoji: false },
          text: clamp(plain(say(`review.reason.${reason}`), 75), 75),
        },
        value: reason,
      })),
    },
  };
  const blocks = [reasons, noteInput(true, say('review.note.label'), parts)];
  return sending('review.flag.title', 'review-flagged', blocks, value, parts);
}

/** One field for a question to the clinician. */
export function questionModal(
  value: ReviewValue & { readonly channel: string },
  parts: Say,
): ModalView {
  const blocks = [noteInput(false, parts.say('review.question.label'), parts)];
  return sending('review.question.title', 'review-question', blocks, value, parts);
}
