import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { SafetyScreen } from '../outcome.ts';
import type { Held } from './contraindicate.ts';
import type { Facts } from './facts.ts';

/**
 * Builds the check why there are no words to say, before any is looked for: safety, what goes to a
 * person first, nothing certain, what forbids any sentence. Null when there may be some.
 */
export function createBar({ words, consultFirst }: Pick<Knowledge, 'words' | 'consultFirst'>) {
  const say = (key: string) => words[key] ?? key;
  return ({ status }: Pick<SafetyScreen, 'status'>, facts: Facts, held: Held): string | null => {
    if (status === 'open') return say('withheld.safety');
    if (status === 'ask') return say('withheld.safety-ask');
    const first = consultFirst.find((card) => card.for.some(facts.holds));
    if (first) return first.shown;
    if (facts.labels.length === 0) return say('withheld.nothing-certain');
    return held.withhold?.shown ?? null;
  };
}
