import type { DoorStages } from '../pipeline/receive.ts';
import type { Stages } from '../pipeline/stages.ts';
import { type Observe, observedNow, type Stage } from './stage.ts';

const timer =
  (observe: Observe) =>
  <Given extends readonly unknown[], Made>(stage: Stage, run: (...given: Given) => Made) =>
  (...given: Given): Made =>
    observedNow(observe, stage, () => run(...given));

/** The stages of the door with their lengths told to `observe`. */
export function timedDoor(stages: DoorStages, observe: Observe): DoorStages {
  const timed = timer(observe);
  return {
    screenVersion: stages.screenVersion,
    readable: timed('readable', stages.readable),
    deidentify: timed('deidentify', stages.deidentify),
    screen: timed('screen', stages.screen),
  };
}

/** The stages with their lengths told to `observe`; the pipeline itself knows no clock. */
export function timedStages(stages: Stages, observe: Observe): Stages {
  const timed = timer(observe);
  return {
    ...stages,
    ...timedDoor(stages, observe),
    read: timed('read', stages.read),
    missingInfo: timed('missing-info', stages.missingInfo),
    suggest: timed('suggest', stages.suggest),
  };
}
