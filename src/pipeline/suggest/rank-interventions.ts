import type { SelectionRule } from '../../knowledge/choice-knowledge.ts';
import type { Intervention } from '../../knowledge/knowledge.ts';
import type { Held } from './contraindicate.ts';
import type { Facts } from './facts.ts';

/** An intervention that fits the case, with what speaks for it. */
export interface Ranked {
  readonly intervention: Intervention;
  readonly score: number;
  /** One plain sentence, or empty when it simply fits the label. */
  readonly reason: string;
}

/** What choosing goes by besides the case. */
export interface Leanings {
  /** Rules that apply, the weightiest first. */
  readonly active: readonly SelectionRule[];
  readonly strategyOf: (intervention: Intervention) => string | null;
  /** Interventions or families that the chosen school puts first, best first. */
  readonly lens: readonly string[];
  /** What was asked for: words for the moment itself, or for another day. */
  readonly asked: 'now' | 'later' | null;
}

const BY_ID = 3;
const BY_FAMILY = 2;
const FURTHER = 0.3;
const NAMED = 5;
const NAMED_STEP = 1.5;
const FAMILY_NAMED = 1.5;
const INSTEAD = 6;
/** What is owed comes before everything else. */
const OWED = 40;
const LATER = -3;
const NOT_NOW = -15;
const FOR_LATER = 6;
/** What carries out the strategy the case calls for. */
const IN_STRATEGY = 0.5;
const LENS = 5;
const LENS_STEP = 0.8;
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

function ruleScore(rule: SelectionRule, intervention: Intervention): number {
  const { named, family } = placeIn(rule.prefer, intervention);
  if (named >= 0) return rule.weight * Math.max(1, NAMED - named * NAMED_STEP);
  return family ? rule.weight * FAMILY_NAMED : 0;
}

function timeScore({ timing }: Intervention, asked: Leanings['asked']): number {
  if (asked === 'now') return timing === 'later' ? NOT_NOW : 0;
  if (asked === 'later') return timing === 'later' ? FOR_LATER : 0;
  return timing === 'later' ? LATER : 0;
}

/** What a school puts forward; the first step of a rule stays the first whatever the school. */
function lensScore({ lens, active }: Leanings, intervention: Intervention): number {
  if (lens.length === 0) return 0;
  if (active.some(({ prefer }) => prefer[0] === intervention.id)) return LENS;
  const at = lens.findIndex((id) => id === intervention.id || id === intervention.family);
  return at < 0 ? 0 : Math.max(0.2, LENS - at * LENS_STEP);
}

/** Why this intervention: what is said for it by name in the weightiest rule that applies, if anything. */
export function stepOf(active: readonly SelectionRule[], { id }: Intervention): string | null {
  return active.map(({ steps }) => steps[id]).find((step) => step !== undefined) ?? null;
}

/** What fits in place of what a contraindication holds back, and how much that counts. */
function insteadOf(intervention: Intervention, held: Held) {
  const rule = held.all.find(
    ({ prefer }) => prefer.includes(intervention.id) || prefer.includes(intervention.family),
  );
  if (rule === undefined) return { rule, score: 0, owed: false };
  const at = Math.max(0, rule.prefer.indexOf(intervention.id));
  return { rule, score: INSTEAD - at + (rule.leads ? OWED : 0), owed: rule.leads };
}

/**
 * Ranks interventions for the client as a supervisor would: what is owed, what answers the labels, in
 * the order of the selection rules, what fits instead when something is contraindicated, and the
 * moment before the pattern (`now` before `later`) unless words for later were asked for.
 */
export function rankInterventions(
  interventions: readonly Intervention[],
  leanings: Leanings,
  facts: Facts,
  held: Held,
): readonly Ranked[] {
  const { active, strategyOf, asked } = leanings;
  const dropped = active.flatMap(({ drop }) => drop);
  const strategy = active.find((rule) => rule.strategy !== null)?.strategy;
  const ready = ({ needs }: Intervention) => needs.length === 0 || needs.some(facts.holds);

  return interventions
    .filter((item) => item.speaker === 'client' && held.allows(item) && ready(item))
    .filter(({ id, family }) => !dropped.includes(id) && !dropped.includes(family))
    .map((intervention) => {
      const fit = relevance(intervention, facts);
      const byRule = active
        .map((rule) => ({ rule, score: ruleScore(rule, intervention) }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score);
      const instead = insteadOf(intervention, held);
      const ruled = byRule.reduce((sum, found) => sum + found.score, 0);
      const leaning =
        (strategyOf(intervention) === strategy ? IN_STRATEGY : 0) +
        lensScore(leanings, intervention);
      const late = timeScore(intervention, asked);
      const score =
        fit > 0 ? fit + ruled + instead.score + late + leaning : ELSE + instead.score + late;
      const reason =
        stepOf(active, intervention) ?? instead.rule?.shown ?? byRule[0]?.rule.shown ?? '';
      return { intervention, score, fits: fit > 0, instead, reason };
    })
    .filter(({ fits, instead }) => fits || instead.rule !== undefined)
    .sort((a, b) => b.score - a.score)
    .filter(
      ({ fits, instead }, at, all) =>
        fits || instead.owed || all.findIndex((item) => !item.fits && !item.instead.owed) === at,
    );
}
