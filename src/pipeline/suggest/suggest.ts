import type { Knowledge, LensWords, Voice } from '../../knowledge/knowledge.ts';
import type { SafeText } from '../message.ts';
import type { Formulation, Phrase, Reading, SafetyScreen, Suggestions } from '../outcome.ts';
import { createChoice } from './choose-phrases.ts';
import { consultLadder } from './consult-ladder.ts';
import { contraindicate, type Held } from './contraindicate.ts';
import { createFacts, type Facts } from './facts.ts';
import { createFormulate } from './formulate.ts';
import { innerCheck } from './inner-check.ts';
import type { Wish } from './pick-phrase.ts';
import type { Leanings } from './rank-interventions.ts';
import { activeRules, createStrategyOf, leadingWay } from './strategy.ts';

/** What a turn brings to the choice; ids only, apart from the de-identified text. */
export interface SuggestInput {
  readonly text: SafeText;
  readonly reading: Reading;
  readonly safety: SafetyScreen;
  /** Ids of `must` information items that are not told yet. */
  readonly missing: readonly string[];
  readonly tapped: readonly string[];
  readonly refused: readonly string[];
  /** Phrase and rung ids already shown in this thread. */
  readonly shown: readonly string[];
  readonly wish: Wish;
  readonly now: Date;
  /** Where the case seems to be in a stage model, or null; left out where no thread is followed. */
  readonly stage?: { readonly machine: string; readonly state: string } | null;
  /** What came of what was offered before, oldest first. */
  readonly tries?: readonly { readonly how: string; readonly interventions: readonly string[] }[];
  /** Signals (`sg-…`) that the course of the thread sets, beside those found in the text. */
  readonly signals?: readonly string[];
  /** Everything the clinician wrote, requests included; by default the text. */
  readonly said?: SafeText;
  /** Voices asked for in this thread, the newest first. */
  readonly voices?: readonly Voice[];
  /** Id of the school whose ways and voices come first where nothing speaks against it. */
  readonly lens?: string | null;
  /** What stands in the thread and stays when only somebody else to ask was wished for. */
  readonly standing?: readonly Phrase[];
}

/** Chooses what to offer for a reading: words, an inner check, whom to ask, and the formulation. */
export type Suggest = (input: SuggestInput) => {
  suggestions: Suggestions;
  formulation: Formulation | null;
};

const OWN_SIDE: readonly string[] = ['in-therapist-feeling', 'in-therapist-part'];
const NO_EFFECT: readonly string[] = ['no-change', 'worse'];
const TWICE = 2;
const LOST_CLIENT = 'sg-patient-suicide';
const MOST_FLAGS = 2;

/** Signals and the stage that the course of the thread sets. */
function courseOf({ signals = [], stage, tries = [] }: SuggestInput): readonly string[] {
  const since = tries.slice(tries.findLastIndex(({ how }) => how === 'helped') + 1);
  const vain = since.filter(({ how }) => NO_EFFECT.includes(how));
  return [
    ...signals,
    ...(stage ? [stage.state] : []),
    ...(vain.length >= TWICE ? ['sg-tried-twice'] : []),
  ];
}

const failedOf = ({ tries = [] }: SuggestInput) =>
  tries.filter(({ how }) => NO_EFFECT.includes(how)).flatMap(({ interventions }) => interventions);

/**
 * Builds the suggestions: strategy before words (selection rules, timing, contraindications, the
 * therapist's own state), at most three phrasings, one to three rungs of the ladder. Pure; the clock
 * comes in with the input.
 *
 * @param passes the guard for phrases, with the taxonomy ids of the case as context
 */
export function createSuggest(
  knowledge: Knowledge,
  passes: (phrase: string, context: readonly string[]) => boolean,
): Suggest {
  const factsOf = createFacts(knowledge);
  const choose = createChoice(knowledge, passes);
  const formulate = createFormulate(knowledge);
  const strategyOf = createStrategyOf(knowledge.strategies);
  const say = (key: string) => knowledge.words[key] ?? key;

  function leaningsOf(facts: Facts, lens: LensWords | undefined): Leanings {
    const later = facts.holds('sg-asked-later') ? 'later' : null;
    return {
      active: activeRules(knowledge.selection, facts),
      strategyOf,
      lens: lens?.prefer ?? [],
      asked: facts.holds('sg-asked-now') ? 'now' : later,
    };
  }

  /** For the clinician themselves: a word after a loss, a question when small exceptions add up. */
  function forYou({ safety }: SuggestInput, facts: Facts): readonly string[] {
    const lost = facts.holds(LOST_CLIENT) ? [say('safety.postvention')] : [];
    const several = safety.status === 'clear' && facts.holds('sg-boundary-flags');
    return several ? [...lost, say('boundary.ask'), ...facts.flags.slice(0, MOST_FLAGS)] : lost;
  }

  function wordsFor(input: SuggestInput, facts: Facts, held: Held, leanings: Leanings) {
    if (input.wish === 'rung') return input.standing ?? [];
    const lens = knowledge.lenses.find(({ id }) => id === input.lens);
    const provisional = OWN_SIDE.some((id) => input.missing.includes(id));
    return choose(facts, held, {
      ...{ text: input.text, shown: input.shown, wish: input.wish, provisional, leanings },
      ...{ voices: input.voices ?? [], lens: lens?.voices ?? [], failed: failedOf(input) },
    });
  }

  /** Why there are no words to say, before any is looked for; null when there may be some. */
  function barred({ safety }: SuggestInput, facts: Facts, held: Held): string | null {
    if (safety.status === 'open') return say('withheld.safety');
    if (safety.status === 'ask') return say('withheld.safety-ask');
    const first = knowledge.consultFirst.find((card) => card.for.some((id) => facts.holds(id)));
    if (first) return first.shown;
    if (facts.labels.length === 0) return say('withheld.nothing-certain');
    return held.withhold?.shown ?? null;
  }

  return (input) => {
    const facts = factsOf({ ...input, signals: courseOf(input) });
    const held = contraindicate(knowledge.contraindications, facts);
    const bar = barred(input, facts, held);
    const leanings = leaningsOf(
      facts,
      knowledge.lenses.find(({ id }) => id === input.lens),
    );
    const phrases = bar === null ? wordsFor(input, facts, held, leanings) : [];
    const none = input.shown.length > 0 ? say('withheld.used-up') : say('withheld.guard');
    const open = input.safety.status === 'open';
    const { ladder, escalation, interventions } = knowledge;
    const rung = input.wish === 'rung';
    const seen = rung ? input.shown : [];
    const rungs = consultLadder(ladder, escalation, held.all, facts, seen);
    const chosen = phrases.flatMap(
      ({ intervention }) => interventions.find(({ id }) => id === intervention) ?? [],
    );
    return {
      suggestions: {
        phrases,
        innerCheck: open ? null : innerCheck(knowledge.innerChecks, facts),
        consultation: rungs,
        withheld: bar ?? (phrases.length === 0 && !rung ? none : null),
        ...leadingWay(chosen, leanings.active, strategyOf, held, facts),
        cautions: held.all.map(({ shown }) => shown),
        forYou: [
          ...forYou(input, facts),
          ...(rung && rungs.length === 0 ? [say('consult.used-up')] : []),
        ],
      },
      formulation: open ? null : formulate(facts, input.reading.direction, input.now),
    };
  };
}
