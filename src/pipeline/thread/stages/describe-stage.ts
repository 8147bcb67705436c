import type { StageMachine } from '../../../knowledge/course-knowledge.ts';
import type { CaseStage } from './case-stage.ts';

/** One step of a stage model as it is shown. */
interface ShownStep {
  readonly state: string;
  readonly name: string;
  readonly standing: 'been' | 'here' | 'ahead';
}

/** A stage in words, ready to be shown. */
export interface ShownStage {
  readonly machine: string;
  readonly name: string;
  readonly where: string;
  readonly step: string;
  /** Names of the last steps before this one, oldest first, loops included. */
  readonly before: readonly string[];
  /** Names of what often comes next. */
  readonly often: readonly string[];
  /** Every step of the model, in its order. */
  readonly steps: readonly ShownStep[];
}

const MOST_BEFORE = 3;

/** Puts a stage into words from its model; null when the model is not known any more. */
export function describeStage(
  stage: CaseStage,
  machines: readonly StageMachine[],
): ShownStage | null {
  const machine = machines.find(({ id }) => id === stage.machine);
  const here = machine?.states[stage.state];
  if (machine === undefined || here === undefined) return null;
  const nameOf = (state: string) => machine.states[state]?.shown.name ?? state;
  const visits = stage.path.filter((visit) => visit.machine === machine.id).slice(0, -1);
  const been = new Set(visits.map(({ state }) => state));
  return {
    machine: machine.id,
    ...here.shown,
    before: visits.slice(-MOST_BEFORE).map(({ state }) => nameOf(state)),
    often: here.next.map(nameOf),
    steps: Object.keys(machine.states).map((state) => ({
      state,
      name: nameOf(state),
      standing: state === stage.state ? 'here' : been.has(state) ? 'been' : 'ahead',
    })),
  };
}
