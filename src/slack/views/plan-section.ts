import type { KnownBlock } from '@slack/types';
import type { ConsultationOption } from '../../pipeline/outcome.ts';
import type { CaseThread } from '../../pipeline/thread/case-thread.ts';
import type { ConsultationPlan } from '../../pipeline/thread/planner/consultation-plan.ts';
import { actId } from './act-id.ts';
import { choice } from './blocks.ts';
import { bold, lines, plain } from './markup.ts';
import type { ViewParts } from './view-parts.ts';

/** The rung of the ladder that a plan lays out. */
const RUNG = 'co-extended';

/** Where a plan stands, in one sentence. */
export function planStanding(plan: ConsultationPlan, { say, knowledge }: ViewParts): string {
  const { interviews, held, decision, ended } = plan;
  const size = String(interviews);
  if (ended !== null) {
    const title = knowledge.plan.decisions.find(({ id }) => id === decision)?.title;
    return title === undefined ? say('plan.stopped') : say('plan.ended', { title });
  }
  if (held === 0) return say('plan.running.begin', { size });
  const next = knowledge.plan.interviews.filter(({ sizes }) => sizes.includes(interviews))[held];
  if (next === undefined) return say('plan.running.decide', { size });
  const slots = { size, held: String(held), week: String(held + 1), title: plain(next.title, 80) };
  return say('plan.running', slots);
}

/** An extended consultation that is offered, runs or has ended, with the button that opens its plan. */
export function planSection(
  offered: readonly ConsultationOption[],
  { id, plan }: CaseThread,
  parts: ViewParts,
): KnownBlock[] {
  const { say } = parts;
  const running = plan !== null && plan.ended === null;
  if (plan === null && !offered.some((rung) => rung.id === RUNG)) return [];
  const text = plan === null ? say('plan.offer') : planStanding(plan, parts);
  return [
    choice('plan', lines([bold(say('plan.heading')), text]), {
      ...{ text: say(running ? 'button.plan.open' : 'button.plan'), does: actId('plan') },
      value: id,
    }),
  ];
}
