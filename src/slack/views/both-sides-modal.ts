import type { ModalView } from '@slack/types';
import type { Assessment, Formulation } from '../../pipeline/outcome.ts';
import { section } from './blocks.ts';
import { dateWords } from './date-words.ts';
import { lensInFull } from './lens-section.ts';
import { plain } from './markup.ts';
import { modal } from './modal.ts';
import type { ViewParts } from './view-parts.ts';

const FIELDS: readonly (readonly [keyof Formulation, string])[] = [
  ['moment', 'formulation.moment'],
  ['sides', 'formulation.sides'],
  ['frame', 'formulation.frame'],
  ['workingGuess', 'formulation.guess'],
  ['wouldChangeOurMind', 'formulation.change'],
];

/**
 * The two-person formulation in full, and the reading in the words of the chosen school; the working
 * guess is one of that day. `at` in milliseconds.
 */
export function bothSidesModal(
  formulation: Formulation,
  assessment: Pick<Assessment, 'lens' | 'reading'>,
  at: number,
  parts: ViewParts,
): ModalView {
  const date = dateWords(at);
  return modal(
    'reply.heading.sides',
    [
      ...FIELDS.map(([field, key]) =>
        section(field, parts.say(key, { date, text: plain(formulation[field], 2_800) })),
      ),
      ...lensInFull(assessment, parts),
    ],
    parts,
  );
}
