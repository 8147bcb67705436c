import type { Stages } from '../pipeline/stages.ts';
import { type Observe, observedNow, type Stage } from './stage.ts';

/** The stages with their lengths told to `observe`; the pipeline itself knows no clock. */
export function timedStages(stages: Stages, observe: Observe): Stages {
  const timed =
    <Given extends readonly unknown[], Made>(stage: Stage, run: (...given: Given) => Made) =>
    (...given: Given): Made =>
      observedNow(observe, stage, () => run(...given));
  return {
    ...stages,
    readable: timed('readable', stages.readable),
    deidentify: timed('deidentify', stages.deidentify),
    screen: timed('screen', stages.screen),
    read: timed('read', stages.read),
    missingInfo: timed('missing-info', stages.missingInfo),
    suggest: timed('suggest', stages.suggest),
  };
}
