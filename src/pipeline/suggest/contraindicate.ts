import type { Contraindication } from '../../knowledge/choice-knowledge.ts';
import type { Intervention } from '../../knowledge/knowledge.ts';
import type { Facts } from './facts.ts';

/** The global contraindications that hold for a case. */
export interface Held {
  readonly all: readonly Contraindication[];
  /** The one that forbids any sentence, or null. */
  readonly withhold: Contraindication | null;
  readonly soften: boolean;
  /** False when this intervention must not be offered now. */
  readonly allows: (intervention: Intervention) => boolean;
}

/**
 * Which contraindications hold. One with `no-us` rules out everything about the two of them, apart
 * from what it names itself as fitting instead (a plain apology for a late start is still owed).
 */
export function contraindicate(rules: readonly Contraindication[], facts: Facts): Held {
  const all = rules.filter(({ when }) => when.some((id) => facts.holds(id)));
  const noUs = all.filter(({ effect }) => effect === 'no-us');
  return {
    all,
    withhold: all.find(({ effect }) => effect === 'withhold') ?? null,
    soften: all.some(({ effect }) => effect === 'soften'),
    allows: ({ id, family, metacommunication }) =>
      !metacommunication ||
      noUs.every(({ prefer }) => prefer.includes(id) || prefer.includes(family)),
  };
}
