import type { PlanKnowledge } from '../../../knowledge/course-knowledge.ts';
import type { ConsultationPlan } from './consultation-plan.ts';

/**
 * The step of `sm-extended-consult` a plan stands at: asking for help before the first interview, then
 * what the next interview is for, the decision when all have been held, and what came of it.
 */
export function planState(
  { interviews, held, decision, ended }: ConsultationPlan,
  { interviews: all }: Pick<PlanKnowledge, 'interviews'>,
): string | null {
  if (ended !== null)
    return decision === null ? null : decision === 'exit' ? 'E9-harm' : 'resolved';
  if (held === 0) return 'E0-request';
  const laidOut = all.filter(({ sizes }) => sizes.includes(interviews));
  return laidOut[held]?.state ?? laidOut.at(-1)?.state ?? null;
}
