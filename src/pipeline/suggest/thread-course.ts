import type { SuggestInput } from './suggest.ts';

const NO_EFFECT: readonly string[] = ['no-change', 'worse'];
const TWICE = 2;

type Course = Pick<SuggestInput, 'signals' | 'stage' | 'tries'>;

/** Signals and the stage that the course of the thread sets; two tries in vain are a signal of their own. */
export function courseOf({ signals = [], stage, tries = [] }: Course): readonly string[] {
  const since = tries.slice(tries.findLastIndex(({ how }) => how === 'helped') + 1);
  const vain = since.filter(({ how }) => NO_EFFECT.includes(how));
  return [
    ...signals,
    ...(stage ? [stage.state] : []),
    ...(vain.length >= TWICE ? ['sg-tried-twice'] : []),
  ];
}

/** Interventions whose words were tried without effect. */
export const failedOf = ({ tries = [] }: Course): readonly string[] =>
  tries.filter(({ how }) => NO_EFFECT.includes(how)).flatMap(({ interventions }) => interventions);
