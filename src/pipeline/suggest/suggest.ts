import type { LensWords } from '../../knowledge/choice-knowledge.ts';
import type { Knowledge, Voice } from '../../knowledge/knowledge.ts';
import type { SafeText } from '../message.ts';
import type { Formulation, Phrase, Reading, SafetyScreen, Suggestions } from '../outcome.ts';
import { createBar } from './bar.ts';
import { createChoice } from './choose-phrases.ts';
import { consultLadder } from './consult-ladder.ts';
import { contraindicate, type Held } from './contraindicate.ts';
import { createFacts, type Facts } from './facts.ts';
import { createForYou } from './for-you.ts';
import { createFormulate } from './formulate.ts';
import { innerCheck } from './inner-check.ts';
import type { Wish } from './pick-phrase.ts';
import type { Leanings } from './rank-interventions.ts';
import { createLeanings, createStrategyOf, leadingWay } from './strategy.ts';
import { courseOf, failedOf } from './thread-course.ts';

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
  const leaningsOf = createLeanings(knowledge.selection, strategyOf);
  const forYou = createForYou(knowledge.words);
  const barred = createBar(knowledge);
  const wayOf = new Map(knowledge.interventions.map((way) => [way.id, way]));
  const say = (key: string) => knowledge.words[key] ?? key;

  function wordsFor(
    input: SuggestInput,
    facts: Facts,
    held: Held,
    leanings: Leanings,
    lens: LensWords | undefined,
  ): readonly Phrase[] {
    if (input.wish === 'rung') return input.standing ?? [];
    const provisional = OWN_SIDE.some((id) => input.missing.includes(id));
    return choose(facts, held, {
      ...{ text: input.text, shown: input.shown, wish: input.wish, provisional, leanings },
      ...{ voices: input.voices ?? [], lens: lens?.voices ?? [], failed: failedOf(input) },
    });
  }

  /** Why there is nothing to say although there might be; null when there is, or none was asked for. */
  function noneLeft({ wish, shown }: SuggestInput, phrases: readonly Phrase[]): string | null {
    if (wish === 'rung' || phrases.length > 0) return null;
    return say(shown.length > 0 ? 'withheld.used-up' : 'withheld.guard');
  }

  /** What is offered, once it is settled whether there may be words at all. */
  function offered(input: SuggestInput, facts: Facts, held: Held): Suggestions {
    const rung = input.wish === 'rung';
    const lens = knowledge.lenses.find(({ id }) => id === input.lens);
    const leanings = leaningsOf(facts, lens);
    const bar = barred(input.safety, facts, held);
    const phrases = bar === null ? wordsFor(input, facts, held, leanings, lens) : [];
    const seen = rung ? input.shown : [];
    const { ladder, escalation, innerChecks } = knowledge;
    const rungs = consultLadder(ladder, escalation, held.all, facts, seen);
    const chosen = phrases.flatMap(({ intervention }) => wayOf.get(intervention) ?? []);
    return {
      phrases,
      innerCheck: input.safety.status === 'open' ? null : innerCheck(innerChecks, facts),
      consultation: rungs,
      withheld: bar ?? noneLeft(input, phrases),
      ...leadingWay(chosen, leanings.active, strategyOf, held, facts),
      cautions: held.all.map(({ shown }) => shown),
      forYou: forYou(facts, input.safety, rung && rungs.length === 0),
    };
  }

  return (input) => {
    const facts = factsOf({ ...input, signals: courseOf(input) });
    const held = contraindicate(knowledge.contraindications, facts);
    const { direction } = input.reading;
    return {
      suggestions: offered(input, facts, held),
      formulation: input.safety.status === 'open' ? null : formulate(facts, direction, input.now),
    };
  };
}
