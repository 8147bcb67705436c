import type { KnownBlock, ModalView } from '@slack/types';
import type { CaseThread } from '../../pipeline/thread/case-thread.ts';
import { type PlanSize, SIZES } from '../../pipeline/thread/planner/consultation-plan.ts';
import { layOutPlan } from '../../pipeline/thread/planner/lay-out-plan.ts';
import { planNote } from '../../pipeline/thread/planner/plan-note.ts';
import { context, section } from './blocks.ts';
import { literal } from './literal.ts';
import { lines } from './markup.ts';
import { modal } from './modal.ts';
import { placeValue } from './place-value.ts';
import { planStanding } from './plan-section.ts';
import { selectInput } from './select.ts';
import type { ViewParts } from './view-parts.ts';

/** `callback_id`s of the modals in which a plan is made and carried on. */
export const MAKE_PLAN = 'make-plan';
export const STEP_PLAN = 'step-plan';
/** `block_id` and `action_id` of what is chosen in them. */
export const PLAN_CHOICE = 'plan-choice';

/** The length that is offered first. */
export const USUAL_SIZE: PlanSize = 5;

/** The parts of the plan for this case as plain text, without a word of the case. */
export function planParts(size: PlanSize, kase: CaseThread, parts: ViewParts): readonly string[] {
  const { knowledge, say } = parts;
  const reading = kase.assessment?.reading ?? { labels: [] };
  return planNote(layOutPlan(size, reading, knowledge), knowledge.plan, say);
}

/** Parts of a note as sections, line by line as they are. */
export function noteBlocks(note: readonly string[]): KnownBlock[] {
  return note.map((part, index) => section(`note-${index}`, lines(part.split('\n').map(literal))));
}

const submit = (text: string) => ({ type: 'plain_text' as const, text, emoji: false });

/** Asks how long the plan is to be. */
export function makePlanModal(kase: CaseThread, parts: ViewParts): ModalView {
  const { say } = parts;
  const choices = SIZES.map((size) => ({ text: say(`plan.size.${size}`), value: String(size) }));
  const size = selectInput(PLAN_CHOICE, {
    ...{
      does: PLAN_CHOICE,
      placeholder: say('follow-up.choose'),
      choices,
      chosen: String(USUAL_SIZE),
    },
    ...{ label: say('plan.size'), hint: say('plan.size.hint') },
  });
  return {
    ...modal('plan.title', [section('intro', say('plan.intro')), size], parts),
    callback_id: MAKE_PLAN,
    private_metadata: placeValue(kase.key),
    submit: submit(say('button.plan.make')),
  };
}

/** Everything a running plan can be moved to. */
function stepChoices(size: PlanSize, { say, knowledge }: ViewParts) {
  const held = Array.from({ length: size }, (_, index) => String(index + 1));
  return [
    { text: say('plan.step.0'), value: '0' },
    ...held.map((number) => ({ text: say('plan.step.held', { number }), value: number })),
    ...knowledge.plan.decisions.map(({ id, title }) => ({
      ...{ text: say('plan.step.decided', { title }), value: id },
    })),
    { text: say('plan.step.stop'), value: 'stop' },
  ];
}

/** The plan in full with where it stands, and one list to say how far it has come. */
export function planModal(kase: CaseThread, parts: ViewParts): ModalView {
  const { plan } = kase;
  if (plan === null || plan.ended !== null) return makePlanModal(kase, parts);
  const { say } = parts;
  const step = selectInput(PLAN_CHOICE, {
    ...{ does: PLAN_CHOICE, placeholder: say('follow-up.choose'), chosen: String(plan.held) },
    ...{ label: say('plan.step'), hint: say('plan.step.hint') },
    choices: stepChoices(plan.interviews, parts),
  });
  return {
    ...modal(
      'plan.title',
      [
        section('standing', planStanding(plan, parts)),
        step,
        ...noteBlocks(planParts(plan.interviews, kase, parts)),
        context('kept', [say('plan.kept-while')]),
      ],
      parts,
    ),
    callback_id: STEP_PLAN,
    private_metadata: placeValue(kase.key),
    submit: submit(say('button.plan.save')),
  };
}

/** The plan just made, in full, to read and to copy. */
export function plannedModal(size: PlanSize, kase: CaseThread, parts: ViewParts): ModalView {
  const note = noteBlocks(planParts(size, kase, parts));
  return modal('plan.title', [section('sent', parts.say('plan.note.sent')), ...note], parts);
}
