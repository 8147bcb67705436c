import type { PlanKnowledge } from '../../../knowledge/course-knowledge.ts';
import type { Knowledge, Label } from '../../../knowledge/knowledge.ts';
import type { SafeText, ThreadEvent } from '../../message.ts';
import type { Reading, SafetyScreen } from '../../outcome.ts';
import type { CaseThread } from '../case-thread.ts';
import { planState } from '../planner/plan-state.ts';
import type { Tried } from '../tried.ts';
import { createFollowCourse, type FollowCourse } from './follow-course.ts';
import { createOutcomeTold, type OutcomeTold } from './outcome-told.ts';
import { takeTries } from './take-tries.ts';

/** What following a case over time needs; built once at start. */
export interface CourseParts {
  readonly told: OutcomeTold;
  readonly follow: FollowCourse;
  readonly plan: Pick<PlanKnowledge, 'interviews'>;
  /** What a step is called where it is shown; null for one that is not known. */
  readonly nameOf: (machine: string, state: string) => string | null;
}

/** Builds what following a case needs. */
export function createCourse(
  knowledge: Pick<Knowledge, 'machines' | 'stageCues' | 'outcomeWords' | 'plan'>,
): CourseParts {
  const { machines, stageCues, outcomeWords, plan } = knowledge;
  return {
    told: createOutcomeTold(outcomeWords),
    follow: createFollowCourse(machines, stageCues),
    plan,
    nameOf: (machine, state) =>
      machines.find(({ id }) => id === machine)?.states[state]?.shown.name ?? null,
  };
}

/** One turn, as far as it was read. */
export interface TurnRead {
  readonly before: CaseThread;
  readonly kase: CaseThread;
  readonly events: readonly ThreadEvent[];
  readonly reading: Reading;
  readonly safety: SafetyScreen;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * The case a step further on: what came of earlier tries, and where it seems to be in a stage model.
 * While something is open for safety no step is taken; what was told about a try is kept all the same.
 *
 * @param read the reader, for the labels that a new message shows by itself
 */
export function takeCourse(
  { told, follow, plan }: CourseParts,
  turn: TurnRead,
  label: (id: string) => Label,
  read: (text: SafeText) => Reading,
): { readonly kase: CaseThread; readonly tried: readonly Tried[] } {
  const { before, events, reading, now, safety } = turn;
  const familyOf = (id: string) => label(id).family;
  const taken = takeTries(before, turn.kase, events, { told, familyOf });
  const { kase } = taken;
  if (safety.status !== 'clear' || kase.stillOpen) return taken;
  const isNew = (id: string) => events.some((event) => event.kind === 'turn' && event.id === id);
  const own = kase.turns.filter(({ author, about }) => author === kase.author && !about);
  // A case of one message was read just now.
  const alone = (text: SafeText) => (own.length === 1 ? reading : read(text));
  const shown = (text: SafeText) => alone(text).labels.map(({ id }) => id);
  const stage = follow({
    ...{ stage: kase.stage, reading, tried: taken.tried, plan: kase.plan, now },
    told: own
      .filter(({ id, text }) => isNew(id) && text !== '')
      .map(({ id, text }) => ({ id, text, labels: shown(text) })),
    planState: kase.plan === null ? null : planState(kase.plan, plan),
    by: events.at(-1)?.id ?? kase.id,
  });
  return { kase: { ...kase, stage }, tried: taken.tried };
}
