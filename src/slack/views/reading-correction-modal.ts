import type { InputBlock, ModalView, PlainTextOption } from '@slack/types';
import type { Family } from '../../knowledge/knowledge.ts';
import type { Assessment } from '../../pipeline/outcome.ts';
import { DIRECTIONS } from '../../pipeline/thread/correction/reading-correction.ts';
import { LIMITS } from '../limits.ts';
import { section } from './blocks.ts';
import { clamp } from './clamp.ts';
import { checkboxes, option } from './feedback-modal.ts';
import { modal } from './modal.ts';
import { type PlaceValue, placeValue } from './place-value.ts';
import type { ViewParts } from './view-parts.ts';

/** `callback_id` of the modal in which a clinician corrects a reading. */
export const READING_CORRECTION_MODAL = 'correct-reading';
export const CORRECTION_FIELDS = {
  direction: 'correct-direction',
  is: 'correct-is',
  isNot: 'correct-is-not',
  teach: 'correct-teach',
} as const;

const FAMILIES: readonly Family[] = [
  'withdrawal',
  'confrontation',
  'mixed',
  'impasse-type',
  'impasse-course',
  'trigger',
  'cause',
  'therapist-side',
];
const MOST_CHECKBOXES = 10;
const MOST_PICKED = 5;
const plainText = (text: string, max: number) => ({
  ...{ type: 'plain_text' as const, text: clamp(text, max), emoji: false },
});

function directionField({ say }: ViewParts): InputBlock {
  const id = CORRECTION_FIELDS.direction;
  return {
    ...{ type: 'input', block_id: id, optional: true },
    label: plainText(say('correction.direction'), LIMITS.inputLabel),
    element: {
      ...{ type: 'radio_buttons', action_id: id },
      options: [
        option(say('correction.keep'), 'keep'),
        ...DIRECTIONS.map((direction) => option(say(`direction.${direction}`), direction)),
      ],
    },
  };
}

/** Everything that can be seen, by family; a list in Slack holds a hundred of each. */
function seenField({ say, knowledge }: ViewParts): InputBlock {
  const id = CORRECTION_FIELDS.is;
  const groups = FAMILIES.flatMap((family) => {
    const own = knowledge.taxonomy.filter((label) => label.family === family).slice(0, 100);
    if (own.length === 0) return [];
    const options: PlainTextOption[] = own.map((label) => option(label.shown.seen, label.id));
    return [{ label: plainText(say(`family.${family}`), LIMITS.buttonText), options }];
  });
  return {
    ...{ type: 'input', block_id: id, optional: true },
    label: plainText(say('correction.is'), LIMITS.inputLabel),
    hint: plainText(say('correction.is.hint'), LIMITS.inputLabel),
    element: {
      ...{ type: 'multi_static_select', action_id: id, option_groups: groups },
      placeholder: plainText(say('correction.is.choose'), LIMITS.headerText),
      max_selected_items: MOST_PICKED,
    },
  };
}

/** What was read, to be taken out; nothing when nothing was. */
function notField({ reading }: Assessment, { say, knowledge }: ViewParts): InputBlock[] {
  const asserted = reading.labels.slice(0, MOST_CHECKBOXES);
  if (asserted.length === 0) return [];
  const options = asserted.map(({ id }) => option(knowledge.label(id).shown.seen, id));
  return [checkboxes(CORRECTION_FIELDS.isNot, say('correction.is-not'), options)];
}

/** Asks the clinician what it is, if not what was read; carries only where the case is and its id. */
export function readingCorrectionModal(
  assessment: Assessment,
  place: Omit<PlaceValue, 'turn'>,
  caseId: string,
  parts: ViewParts,
): ModalView {
  const { say } = parts;
  const teach = [option(say('correction.teach.yes'), 'yes')];
  return {
    ...modal(
      'correction.title',
      [
        section('intro', say('correction.intro')),
        directionField(parts),
        seenField(parts),
        ...notField(assessment, parts),
        checkboxes(CORRECTION_FIELDS.teach, say('correction.teach'), teach),
      ],
      parts,
    ),
    callback_id: READING_CORRECTION_MODAL,
    private_metadata: placeValue(place, caseId),
    close: plainText(say('correction.close'), LIMITS.modalTitle),
    submit: plainText(say('correction.send'), LIMITS.modalTitle),
  };
}
