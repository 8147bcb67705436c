import type { Contraindication } from '../../knowledge/choice-knowledge.ts';
import type { EscalationRule, Rung } from '../../knowledge/knowledge.ts';
import type { ConsultationOption } from '../outcome.ts';
import type { Facts } from './facts.ts';

const MOST = 3;
const BY_ID = 2;
const BY_FAMILY = 1.2;
const FURTHER = 0.35;
/** A rung asks for more the higher it stands, so it has to earn its place. */
const PER_LEVEL = 0.28;
const NAMED = 2.5;
const NAMED_STEP = 0.4;
const UP = 1.6;
/** Plain rungs come before those that need a set-up of their own. */
const PLAIN: ReadonlyMap<string, number> = new Map([
  ['co-patient-conversation', 0.5],
  ['co-supervision', 0.4],
  ['co-self-review', 0.2],
  ['co-outcome-data', -0.6],
  ['co-literature', -1.2],
  ['co-adjunct-assessment', 0.4],
  ['co-aft', -0.7],
  ['co-ipr', -0.7],
  ['co-deliberate-practice', -0.7],
  ['co-peer-group', -0.6],
]);
/** What is worth offering in any case, a little. */
const ANYWAY: ReadonlyMap<string, number> = new Map([
  ['co-supervision', 1.1],
  ['co-peer', 0.7],
  ['co-self-review', 0.6],
]);
/** Where nothing is certain yet: look yourself, then with someone. */
const TO_BEGIN = ['co-self-review', 'co-supervision', 'co-peer'];
/** The same where the reader has some idea of what the client may be doing. */
const TO_ASK = ['co-self-review', 'co-supervision', 'co-patient-conversation'];
/** Said to the client only when nothing speaks against talking about it now. */
const WITH_CLIENT = 'co-patient-conversation';
const NOT_WITH_CLIENT = [
  'sg-acute-state',
  'sg-said-not-now',
  'sg-tried-twice',
  'sg-evaluative-setting',
];

/** A trainee, two strained moments left as they were, or what must go to a person first: supervision. */
const SUPERVISED = [
  'sg-trainee',
  'sg-two-ruptures-unresolved',
  'th-attraction',
  'trg-physical-contact',
  'sg-fear-of-assault',
  'sg-boundary-flags',
];
const OWED = 1.5;

interface Scored {
  readonly rung: Rung;
  readonly score: number;
  readonly why: string;
}

/** How well a rung answers the labels: the best match in full, each further one in part. */
function answers(rung: Rung, facts: Facts, labelled: ReadonlySet<string>): number {
  const matches = rung.for
    .map((id) => facts.weight(id) * (labelled.has(id) || id.startsWith('sf-') ? BY_ID : BY_FAMILY))
    .filter((value) => value > 0)
    .sort((a, b) => b - a);
  return matches.reduce((sum, value, at) => sum + (at === 0 ? value : value * FURTHER), 0);
}

/** Escalation rules of which something holds. */
function applying(rules: readonly EscalationRule[], facts: Facts): readonly EscalationRule[] {
  const set = (id: string) => (id.startsWith('sf-') ? facts.weight(id) === 1 : facts.holds(id));
  return rules.filter(({ when }) => when.some(set));
}

/** What the escalation rules that apply add to a rung, and the sentence of the one that adds most. */
function raised(rung: Rung, rules: readonly EscalationRule[], facts: Facts, present: number) {
  const meant = (rule: EscalationRule) =>
    !rule.when.includes('safety') || rung.for.some((id) => facts.weight(id) > 0);
  const named = rules
    .filter(meant)
    .map((rule) => {
      const at = rule.to.indexOf(rung.id);
      if (at >= 0) return { add: NAMED - at * NAMED_STEP, why: rule.shown };
      const oneUp = rule.to.length === 0 && rung.level > present;
      return { add: oneUp ? UP : 0, why: rule.shown };
    })
    .filter(({ add }) => add > 0)
    .sort((a, b) => b.add - a.add);
  return { add: named[0]?.add ?? 0, why: named[0]?.why ?? null };
}

/** The level a case of this kind would start at. */
function presentLevel(fits: ReadonlyMap<Rung, number>): number {
  const [best] = [...fits]
    .map(([rung, fit]) => ({ rung, score: fit - rung.level * PER_LEVEL }))
    .sort((a, b) => b.score - a.score);
  return best?.rung.level ?? 0;
}

function beginnings(open: readonly Rung[], facts: Facts): readonly ConsultationOption[] {
  return [...(facts.guessed ? TO_ASK : []), ...TO_BEGIN].flatMap((id) =>
    open.filter((rung) => rung.id === id).map((rung) => ({ id, why: rung.shown.why })),
  );
}

/** The rest of the ladder, from the lowest rung up; what is for safety alone is left out. */
function upTheLadder(open: readonly Rung[]): readonly ConsultationOption[] {
  return open
    .filter((rung) => rung.for.some((id) => !id.startsWith('sf-') && id !== 'safety'))
    .toSorted((a, b) => a.level - b.level)
    .map(({ id, shown }) => ({ id, why: shown.why }));
}

function option({ rung, why }: Scored): ConsultationOption {
  return { id: rung.id, why };
}

/**
 * One to three rungs of the consultation ladder, best first, each with its reason. Low rungs come
 * before high ones unless the labels or an escalation rule (two tries without change, a downhill
 * course, harm, missing competence) ask for more.
 *
 * @param seen rungs that were offered before and are not wanted again; none are left at the end
 */
export function consultLadder(
  ladder: readonly Rung[],
  rules: readonly EscalationRule[],
  against: readonly Contraindication[],
  facts: Facts,
  seen: readonly string[] = [],
): readonly ConsultationOption[] {
  const never = (rung: Rung) => rung.never.some((id) => facts.holds(id));
  const held = against.some(({ effect }) => effect === 'withhold');
  const silent = held || NOT_WITH_CLIENT.some((id) => facts.holds(id));
  const free = ladder.filter((rung) => !never(rung) && !(silent && rung.id === WITH_CLIENT));
  const open = free.filter(({ id }) => !seen.includes(id));
  const labelled = new Set(facts.labels.map(({ id }) => id));
  const fits = new Map(free.map((rung) => [rung, answers(rung, facts, labelled)]));
  const present = presentLevel(fits);
  const apply = applying(rules, facts);
  const owed = SUPERVISED.some((id) => facts.holds(id)) ? OWED : 0;
  const cost = (rung: Rung) =>
    facts.holds('safety') ? 0 : rung.level * PER_LEVEL - (PLAIN.get(rung.id) ?? 0);
  const ranked = open
    .map((rung): Scored => {
      const more = raised(rung, apply, facts, present);
      const due = rung.id === 'co-supervision' ? owed : 0;
      const fit = Math.max(fits.get(rung) ?? 0, ANYWAY.get(rung.id) ?? 0);
      const earned = fit + more.add + due;
      return {
        rung,
        score: earned === 0 ? 0 : earned - cost(rung),
        why: more.why ?? rung.shown.why,
      };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const known = facts.labels.length > 0 || facts.holds('safety');
  const further = seen.length > 0 ? upTheLadder(open) : [];
  return [...(known ? ranked.map(option) : []), ...beginnings(open, facts), ...further]
    .filter(({ id }, at, all) => all.findIndex((other) => other.id === id) === at)
    .slice(0, MOST);
}
