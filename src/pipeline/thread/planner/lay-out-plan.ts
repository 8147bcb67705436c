import type { PlannedInterview } from '../../../knowledge/course-knowledge.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { Reading } from '../../outcome.ts';
import type { PlanSize } from './consultation-plan.ts';

/** One interview of a plan; weeks are counted from one, never dated. */
export interface LaidOutInterview
  extends Pick<PlannedInterview, 'id' | 'state' | 'with' | 'title' | 'aims'> {
  readonly week: number;
  /** At most three questions for each side, those that fit this case first. */
  readonly client: readonly string[];
  readonly therapist: readonly string[];
}

const MOST_QUESTIONS = 3;

type Plans = Pick<Knowledge, 'plan' | 'consultantQuestions' | 'label'>;

/** Every interview of a plan of this length, one a week, with questions chosen for the reading. */
export function layOutPlan(
  size: PlanSize,
  reading: Pick<Reading, 'labels'>,
  { plan, consultantQuestions, label }: Plans,
): readonly LaidOutInterview[] {
  const holds = new Set(reading.labels.flatMap(({ id }) => [id, label(id).family as string]));
  const fits = (ids: readonly string[]) => (ids.some((id) => holds.has(id)) ? 0 : 1);
  const used = new Set<string>();
  const asked = (id: string) => {
    if (used.has(id)) return [];
    used.add(id);
    return consultantQuestions.filter((question) => question.id === id).map(({ ask }) => ask);
  };
  return plan.interviews
    .filter(({ sizes }) => sizes.includes(size))
    .map(({ client, therapist, sizes: _, ...interview }, index) => ({
      ...interview,
      week: index + 1,
      client: client
        .toSorted((a, b) => fits(a.for) - fits(b.for))
        .slice(0, MOST_QUESTIONS)
        .map(({ ask }) => ask),
      therapist: therapist.flatMap(asked).slice(0, MOST_QUESTIONS),
    }));
}
