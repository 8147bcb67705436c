import type { StageCue, StageMachine } from '../../../knowledge/course-knowledge.ts';
import type { Reading } from '../../outcome.ts';
import type { ConsultationPlan } from '../planner/consultation-plan.ts';
import type { Tried } from '../tried.ts';
import { type CaseStage, type StageVisit, stageOf } from './case-stage.ts';
import { lastSign, signsOf } from './last-sign.ts';
import { pickMachine } from './pick-machine.ts';

/** What one turn brings to the course of a case. */
export interface CourseStep {
  readonly stage: CaseStage | null;
  readonly reading: Pick<Reading, 'direction' | 'labels'>;
  /** New messages of the author, with the labels each shows by itself. */
  readonly told: readonly {
    readonly id: string;
    readonly text: string;
    readonly labels: readonly string[];
  }[];
  /** What is newly told about something that was tried. */
  readonly tried: readonly Pick<Tried, 'id' | 'how'>[];
  readonly plan: ConsultationPlan | null;
  /** State of the consultation model that the plan stands at, or null. */
  readonly planState: string | null;
  /** Id of the event that changes what is neither told nor tried, such as a tap. */
  readonly by: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Follows a case through the stage models; null while it fits none. */
export type FollowCourse = (step: CourseStep) => CaseStage | null;

interface ReadyCue extends StageCue {
  readonly signs: readonly RegExp[];
}

/** Where the signs in the words lead, in the order told; without any, labels of the new message. */
function cuedStates(
  cues: readonly ReadyCue[],
  from: string,
  { text, labels }: CourseStep['told'][number],
): readonly string[] {
  const signs = cues
    .map(({ state, signs: each }) => ({ state, at: lastSign(text, each) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  if (signs.length > 0) return signs.map(({ state }) => state);
  const open = cues.filter((cue) => cue.from.length === 0 || cue.from.includes(from));
  return open
    .filter((cue) => cue.labels.some((id) => labels.includes(id)))
    .slice(0, 1)
    .map(({ state }) => state);
}

/** Where what came of a try leads. */
function triedState(machine: StageMachine, from: string, how: Tried['how']): string | null {
  const state = machine.states[from];
  if (how === 'resolved') return Object.keys(machine.states).at(-1) ?? null;
  if (how === 'helped') return state?.onward ?? null;
  return how === 'worse' ? (state?.setback ?? null) : null;
}

/** A path on which steps are added; the place within this model is empty before its first step. */
function walkIn({ id }: StageMachine, { stage, now }: CourseStep) {
  const path: StageVisit[] = [...(stage?.path ?? [])];
  const here = () => {
    const last = path.at(-1);
    return last?.machine === id ? last.state : '';
  };
  return {
    path,
    here,
    lastFrom: () => path.at(-1)?.from,
    go: (state: string | null, from: string) => {
      if (state !== null && state !== here()) path.push({ machine: id, state, at: now, from });
    },
  };
}

/** The path within this model, begun where a plan or the model itself begins. */
function enter(machine: StageMachine, step: CourseStep) {
  const walk = walkIn(machine, step);
  if (step.plan?.ended === null) walk.go(step.planState, step.by);
  if (walk.here() === '') walk.go(machine.start, step.told.at(-1)?.id ?? step.by);
  return walk;
}

/**
 * Builds the following of the stage models. Steps may be skipped and taken again: what the clinician
 * tells counts for more than the order of a model. Nothing is moved without something told or pressed.
 */
export function createFollowCourse(
  machines: readonly StageMachine[],
  stageCues: readonly StageCue[],
): FollowCourse {
  const ready = stageCues.map((cue): ReadyCue => ({ ...cue, signs: signsOf(cue.patterns) }));

  return (step) => {
    const id = pickMachine(step.reading, step.plan, step.stage);
    const machine = machines.find((each) => each.id === id);
    if (machine === undefined) return step.stage;
    const cues = ready.filter((cue) => cue.machine === id);
    const walk = enter(machine, step);
    // A consultation goes by what its author says of the plan alone.
    if (step.plan?.ended === null) return stageOf(walk.path);
    for (const message of step.told) tellIn(cues, walk, message);
    for (const each of step.tried) tryIn(machine, walk, each);
    return stageOf(walk.path);
  };
}

/** The steps that one message tells of. */
function tellIn(
  cues: readonly ReadyCue[],
  walk: ReturnType<typeof walkIn>,
  message: CourseStep['told'][number],
): void {
  for (const state of cuedStates(cues, walk.here(), message)) walk.go(state, message.id);
}

/** Words that told more than how it went have already said where it led. */
function tryIn(
  machine: StageMachine,
  walk: ReturnType<typeof walkIn>,
  { id, how }: CourseStep['tried'][number],
): void {
  if (walk.lastFrom() === id && how !== 'resolved') return;
  walk.go(triedState(machine, walk.here(), how), id);
}
