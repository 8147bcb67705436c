import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { SafetyScreen } from '../outcome.ts';
import type { Facts } from './facts.ts';

const LOST_CLIENT = 'sg-patient-suicide';
const FLAGGED = 'sg-boundary-flags';
const MOST_FLAGS = 2;

/**
 * Builds what is said to the clinician themselves: a word after the loss of a client (clinical section
 * 7), a question when small exceptions add up, and that the ladder has no further rung.
 */
export function createForYou(words: Knowledge['words']) {
  const say = (key: string) => words[key] ?? key;
  return (
    facts: Facts,
    { status }: Pick<SafetyScreen, 'status'>,
    usedUp: boolean,
  ): readonly string[] => {
    const several = status === 'clear' && facts.holds(FLAGGED);
    return [
      ...(facts.holds(LOST_CLIENT) ? [say('safety.postvention')] : []),
      ...(several ? [say('boundary.ask'), ...facts.flags.slice(0, MOST_FLAGS)] : []),
      ...(usedUp ? [say('consult.used-up')] : []),
    ];
  };
}
