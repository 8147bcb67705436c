import type { CaseThread } from '../case-thread.ts';
import type { Tried } from '../tried.ts';
import type { Say } from '../what-changed.ts';
import { courseSignals } from './course-signals.ts';

/** Plain sentences on what was told about a try and whether the case moved to another point. */
export function courseLines(
  before: CaseThread,
  kase: CaseThread,
  tried: readonly Tried[],
  say: Say,
  nameOf: (machine: string, state: string) => string | null,
): readonly string[] {
  const { stage } = kase;
  const moved =
    before.stage !== null &&
    stage !== null &&
    (before.stage.machine !== stage.machine || before.stage.state !== stage.state);
  const name = moved ? nameOf(stage.machine, stage.state) : null;
  const twice =
    tried.length > 0 && courseSignals(kase.tries, kase.turns, stage).includes('sg-tried-twice');
  return [
    ...tried.map(({ how }) => say(`followed.${how}`)),
    ...(twice ? [say('followed.twice')] : []),
    ...(name === null ? [] : [say('stages.moved', { name })]),
  ];
}
