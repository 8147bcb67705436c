import type { ModalView } from '@slack/types';
import type { Formulation } from '../../pipeline/outcome.ts';
import { section } from './blocks.ts';
import { dateWords } from './date-words.ts';
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

/** The two-person formulation in full; the working guess is one of that day. `at` in milliseconds. */
export function bothSidesModal(formulation: Formulation, at: number, parts: ViewParts): ModalView {
  const date = dateWords(at);
  return modal(
    'reply.heading.sides',
    FIELDS.map(([field, key]) =>
      section(field, parts.say(key, { date, text: plain(formulation[field], 2_800) })),
    ),
    parts,
  );
}
