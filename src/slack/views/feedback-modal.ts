import type { InputBlock, ModalView, PlainTextOption } from '@slack/types';
import { FEEDBACK_REASONS, type FeedbackReason } from '../../pipeline/feedback/feedback.ts';
import { LIMITS } from '../limits.ts';
import { section } from './blocks.ts';
import { clamp } from './clamp.ts';
import { modal } from './modal.ts';
import { type PlaceValue, placeValue } from './place-value.ts';
import { textInput } from './text-input.ts';
import type { ViewParts } from './view-parts.ts';

/** `callback_id` of the modal that asks what was off. */
export const FEEDBACK_MODAL = 'what-was-off';
export const FEEDBACK_REASONS_ID = 'feedback-reasons';
export const FEEDBACK_LINE_ID = 'feedback-line';

const LINE = 300;

/** Plain text as Slack's options and labels take it. */
const plainText = (text: string, max: number) => ({
  ...{ type: 'plain_text' as const, text: clamp(text, max), emoji: false },
});

/** One choice in a list; `value` is an id. */
export function option(text: string, value: string): PlainTextOption {
  return { text: plainText(text, LIMITS.buttonText), value };
}

/** A field of choices, any number of them, none of them set. */
export function checkboxes(
  id: string,
  label: string,
  options: readonly PlainTextOption[],
): InputBlock {
  return {
    ...{ type: 'input', block_id: id, optional: true },
    label: plainText(label, LIMITS.inputLabel),
    element: { type: 'checkboxes', action_id: id, options: [...options] },
  };
}

/** Asks why a reply did not help; carries only where the case is and its id. */
export function feedbackModal(
  place: Omit<PlaceValue, 'turn'>,
  caseId: string,
  parts: Pick<ViewParts, 'say'>,
): ModalView {
  const { say } = parts;
  const reasons = FEEDBACK_REASONS.map((reason) =>
    option(say(`feedback.reason.${reason}`), reason),
  );
  const line = textInput(FEEDBACK_LINE_ID, {
    label: say('feedback.line'),
    hint: say('feedback.line.hint'),
    most: LINE,
    optional: true,
  });
  return {
    ...modal(
      'feedback.title',
      [
        section('intro', say('feedback.intro')),
        checkboxes(FEEDBACK_REASONS_ID, say('feedback.reasons'), reasons),
        line,
      ],
      parts,
    ),
    callback_id: FEEDBACK_MODAL,
    private_metadata: placeValue(place, caseId),
    close: plainText(say('feedback.close'), LIMITS.modalTitle),
    submit: plainText(say('feedback.send'), LIMITS.modalTitle),
  };
}

/** Ids that are reasons of ours; anything else is left out. */
export function readReasons(values: readonly string[]): FeedbackReason[] {
  return FEEDBACK_REASONS.filter((reason) => values.includes(reason));
}
