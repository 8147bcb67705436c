import type { Reading } from '../../outcome.ts';
import type { ConsultationPlan } from '../planner/consultation-plan.ts';
import type { CaseStage } from './case-stage.ts';

const CONSULTATION = 'sm-extended-consult';
const DOWNHILL = 'sm-downhill-course';
const RENEGOTIATE = 'sm-renegotiate';
/** Labels that are about what the two do, or what for. */
const ABOUT_THE_WORK: readonly string[] = [
  'cf-complaint-activities',
  'cf-complaint-parameters',
  'cau-task-disagreement',
  'cau-goal-unclear',
  'cau-misunderstanding',
  'cau-low-buy-in',
];
const BY_DIRECTION = { withdrawal: 'sm-withdrawal', confrontation: 'sm-confrontation' } as const;
const MARKER = /^(?:wd|cf|mx)-/;

/**
 * Which stage model a case seems to follow, or null. A consultation that runs goes before all; then a
 * course that has been going downhill; a strain about the work alone; the direction of the rupture.
 * What is mixed, or shows no direction any more, stays with the model it was in.
 */
export function pickMachine(
  reading: Pick<Reading, 'direction' | 'labels'>,
  plan: ConsultationPlan | null,
  before: CaseStage | null,
): string | null {
  if (plan !== null && plan.ended === null) return CONSULTATION;
  const ids = reading.labels.map(({ id }) => id);
  if (ids.includes('pat-downhill-after-good-start')) return DOWNHILL;
  const markers = ids.filter((id) => MARKER.test(id));
  const work = ids.some((id) => ABOUT_THE_WORK.includes(id));
  if (work && markers.every((id) => ABOUT_THE_WORK.includes(id))) return RENEGOTIATE;
  const { direction } = reading;
  if (direction === 'withdrawal' || direction === 'confrontation') return BY_DIRECTION[direction];
  const earlier = before?.path.findLast(({ machine }) => machine !== CONSULTATION)?.machine;
  if (earlier !== undefined) return earlier;
  return direction === 'mixed' ? BY_DIRECTION.confrontation : null;
}
