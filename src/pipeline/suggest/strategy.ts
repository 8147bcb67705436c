import type { LensWords, SelectionRule, Strategy } from '../../knowledge/choice-knowledge.ts';
import type { Intervention } from '../../knowledge/knowledge.ts';
import type { Suggestions } from '../outcome.ts';
import type { Held } from './contraindicate.ts';
import type { Facts } from './facts.ts';
import type { Leanings } from './rank-interventions.ts';

const INWARD = 'st-inward';
const STRAINED = 'sg-therapist-strained';

/** Rules that apply to a case, the weightiest first; equal ones in the order of the knowledge file. */
function activeRules(rules: readonly SelectionRule[], facts: Facts): readonly SelectionRule[] {
  return rules
    .filter(({ when, unless }) => when.some(facts.holds) && !unless.some(facts.holds))
    .toSorted((a, b) => b.weight - a.weight);
}

/** Builds what choosing goes by in a case, beside the case itself. */
export function createLeanings(
  rules: readonly SelectionRule[],
  strategyOf: Leanings['strategyOf'],
) {
  return (facts: Facts, lens: LensWords | undefined): Leanings => {
    const later = facts.holds('sg-asked-later') ? 'later' : null;
    const asked = facts.holds('sg-asked-now') ? 'now' : later;
    return { active: activeRules(rules, facts), strategyOf, lens: lens?.prefer ?? [], asked };
  };
}

/** Builds the look-up of the strategy that an intervention carries out, or null for none. */
export function createStrategyOf(strategies: readonly Strategy[]) {
  const byFamily = new Map(
    strategies.flatMap(({ id, families }) => families.map((family) => [family, id] as const)),
  );
  return ({ speaker, family }: Intervention): string | null =>
    speaker === 'self' ? INWARD : (byFamily.get(family) ?? null);
}

/**
 * The way of answering that the chosen interventions take first, and the one sentence why: what is
 * owed, the therapist's own state, then the weightiest rule whose strategy is among them.
 */
export function leadingWay(
  chosen: readonly Intervention[],
  active: readonly SelectionRule[],
  strategyOf: (intervention: Intervention) => string | null,
  held: Held,
  facts: Facts,
): Pick<Suggestions, 'strategy' | 'why'> {
  const [first] = chosen;
  if (first === undefined) return { strategy: null, why: null };
  const owed = held.all.find(
    ({ leads, prefer }) => leads && (prefer.includes(first.id) || prefer.includes(first.family)),
  );
  if (owed) return { strategy: strategyOf(first), why: owed.shown };
  const ways = new Set(chosen.map(strategyOf));
  const calls = active.filter(({ strategy }) => strategy !== null && ways.has(strategy));
  const own = facts.holds(STRAINED) ? calls.find(({ strategy }) => strategy === INWARD) : undefined;
  const rule = own ?? calls.find(({ strategy }) => strategy !== INWARD || first.speaker === 'self');
  if (rule) return { strategy: rule.strategy, why: rule.shown };
  const instead = held.all.find(
    ({ prefer }) => prefer.includes(first.id) || prefer.includes(first.family),
  );
  return { strategy: strategyOf(first), why: instead?.shown ?? active[0]?.shown ?? null };
}
