import type { Intervention, SelectionRule } from '../../knowledge/knowledge.ts';
import type { Held } from './contraindicate.ts';
import type { Facts } from './facts.ts';

/** An intervention that fits the case, with the plain reason for choosing it. */
export interface Ranked {
  readonly intervention: Intervention;
  readonly score: number;
  /** One plain sentence, or empty when it simply fits the label. */
  readonly reason: string;
}

const BY_ID = 3;
const BY_FAMILY = 2;
const FURTHER = 0.3;
/** Rules are tried in their order: the earlier one weighs more. */
const RULE_WEIGHT = [3, 3, 1.5, 1.5, 1.2, 1.2, 1];
const NAMED = 5;
const NAMED_STEP = 1.5;
const FAMILY_NAMED = 1.5;
const INSTEAD = 6;
const LATER = -3;
/** What answers no label but fits instead is offered after what does, and only one of it. */
const ELSE = -20;

const placeIn = (list: readonly string[], { id, family }: Intervention) => ({
  named: list.indexOf(id),
  family: list.includes(family),
});

/** How well it answers the labels: the best match in full, each further one in part. */
function relevance(intervention: Intervention, facts: Facts): number {
  const labelled = new Set(facts.labels.map(({ id }) => id));
  const matches = intervention.for
    .map((id) => facts.weight(id) * (labelled.has(id) ? BY_ID : BY_FAMILY))
    .filter((value) => value > 0)
    .sort((a, b) => b - a);
  return matches.reduce((sum, value, at) => sum + (at === 0 ? value : value * FURTHER), 0);
}

function ruleScore(rule: SelectionRule, weight: number, intervention: Intervention): number {
  const { named, family } = placeIn(rule.prefer, intervention);
  if (named >= 0) return weight * Math.max(1, NAMED - named * NAMED_STEP);
  return family ? weight * FAMILY_NAMED : 0;
}

/**
 * Ranks interventions for the client as a supervisor would: what answers the labels, in the order of
 * the selection rules, what fits instead when something is contraindicated, and the moment before
 * the pattern (`now` before `later`).
 *
 * @param rules selection rules, the earlier the weightier
 */
export function rankInterventions(
  interventions: readonly Intervention[],
  rules: readonly SelectionRule[],
  facts: Facts,
  held: Held,
): readonly Ranked[] {
  const active = rules
    .map((rule, at) => ({ rule, weight: RULE_WEIGHT[at] ?? 1 }))
    .filter(({ rule }) => rule.when.some((id) => facts.holds(id)));
  const dropped = active.flatMap(({ rule }) => rule.drop);

  return interventions
    .filter((item) => item.speaker === 'client' && held.allows(item))
    .filter(({ id, family }) => !dropped.includes(id) && !dropped.includes(family))
    .map((intervention) => {
      const fit = relevance(intervention, facts);
      const byRule = active
        .map(({ rule, weight }) => ({ rule, score: ruleScore(rule, weight, intervention) }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score);
      const instead = held.all.find(({ prefer }) => prefer.includes(intervention.id));
      const place = instead ? INSTEAD - instead.prefer.indexOf(intervention.id) : 0;
      const ruled = byRule.reduce((sum, found) => sum + found.score, 0);
      const late = intervention.timing === 'later' ? LATER : 0;
      const score = fit > 0 ? fit + ruled + place + late : ELSE + place;
      const reason = instead?.shown ?? byRule[0]?.rule.shown ?? '';
      return { intervention, score, fits: fit > 0, instead: instead !== undefined, reason };
    })
    .filter(({ fits, instead }) => fits || instead)
    .sort((a, b) => b.score - a.score)
    .filter(({ fits }, at, all) => fits || all.findIndex((item) => !item.fits) === at);
}
