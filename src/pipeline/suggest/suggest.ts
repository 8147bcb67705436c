import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { SafeText } from '../message.ts';
import type { Formulation, Reading, SafetyScreen, Suggestions } from '../outcome.ts';
import { createChoice } from './choose-phrases.ts';
import { consultLadder } from './consult-ladder.ts';
import { contraindicate, type Held } from './contraindicate.ts';
import { createFacts, type Facts } from './facts.ts';
import { createFormulate } from './formulate.ts';
import { innerCheck } from './inner-check.ts';
import type { Wish } from './pick-phrase.ts';

/** What a turn brings to the choice; ids only, apart from the de-identified text. */
export interface SuggestInput {
  readonly text: SafeText;
  readonly reading: Reading;
  readonly safety: SafetyScreen;
  /** Ids of `must` information items that are not told yet. */
  readonly missing: readonly string[];
  readonly tapped: readonly string[];
  readonly refused: readonly string[];
  /** Phrase ids already shown in this thread. */
  readonly shown: readonly string[];
  readonly wish: Wish;
  readonly now: Date;
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
  const say = (key: string) => knowledge.words[key] ?? key;

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
    const facts = factsOf(input);
    const held = contraindicate(knowledge.contraindications, facts);
    const bar = barred(input, facts, held);
    const provisional = OWN_SIDE.some((id) => input.missing.includes(id));
    const phrases = bar === null ? choose(facts, held, { ...input, provisional }) : [];
    const none = input.shown.length > 0 ? say('withheld.used-up') : say('withheld.guard');
    const open = input.safety.status === 'open';
    return {
      suggestions: {
        phrases,
        innerCheck: open ? null : innerCheck(knowledge.innerChecks, facts),
        consultation: consultLadder(knowledge.ladder, knowledge.escalation, held.all, facts),
        withheld: bar ?? (phrases.length === 0 ? none : null),
      },
      formulation: open ? null : formulate(facts, input.reading.direction, input.now),
    };
  };
}
