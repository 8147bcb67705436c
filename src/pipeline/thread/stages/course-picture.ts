import type { StageMachine } from '../../../knowledge/course-knowledge.ts';
import type { CaseStage } from './case-stage.ts';

/** The way through one stage model, ready to be drawn: names only, nothing of a case. */
export interface CoursePicture {
  /** What the model's steps are called, from its first to its last. */
  readonly steps: readonly string[];
  /** Where it has been, as places in `steps`, oldest first. */
  readonly visits: readonly number[];
}

/** From so many steps on, loops included, a picture says more than a list. */
const LONG = 5;
/** As many as can be told apart in one picture; the oldest are left out. */
const MOST = 16;

/** The picture of a long way through the present model; null for a short one, which words tell. */
export function coursePicture(
  { machine, path }: CaseStage,
  machines: readonly StageMachine[],
): CoursePicture | null {
  const states = Object.entries(machines.find(({ id }) => id === machine)?.states ?? {});
  const names = states.map(([state]) => state);
  const visits = path
    .filter((visit) => visit.machine === machine)
    .map(({ state }) => names.indexOf(state))
    .filter((place) => place >= 0);
  if (visits.length < LONG) return null;
  return { steps: states.map(([, { shown }]) => shown.name), visits: visits.slice(-MOST) };
}
