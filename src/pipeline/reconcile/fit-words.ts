import type { Admit, SuggestAnswer, WrittenFormulation } from '../language-model.ts';
import type { SafeText } from '../message.ts';
import type { Formulation, Phrase } from '../outcome.ts';

/** What was wrong with one part of an answer; the codes go into the one request for a better one. */
interface WordFault {
  readonly of: string;
  readonly codes: readonly string[];
}

/** Words of an answer that passed, and what did not. */
export interface Fitted {
  /** Admitted phrases by intervention id. */
  readonly phrases: ReadonlyMap<string, SafeText>;
  /** The whole formulation, or null when a part of it did not pass. */
  readonly formulation: Formulation | null;
  readonly faults: readonly WordFault[];
  /** Phrases for interventions that were not offered. */
  readonly unasked: number;
}

/** The same words for two interventions are no choice. */
const REPEATED = 'form-repeated';

const PARTS = ['moment', 'sides', 'frame', 'workingGuess', 'wouldChangeOurMind'] as const;

function fittedFormulation(written: WrittenFormulation, admit: Admit, faults: WordFault[]) {
  const parts = PARTS.map((part): readonly [string, SafeText | null] => {
    const checked = admit(written[part], [part]);
    if (checked.ok) return [part, checked.text];
    faults.push({ of: `formulation.${part}`, codes: checked.faults });
    return [part, null];
  });
  const whole: Partial<Record<string, SafeText | null>> = Object.fromEntries(parts);
  const { moment, sides, frame, workingGuess, wouldChangeOurMind } = whole;
  const passed = moment && sides && frame && workingGuess && wouldChangeOurMind;
  return passed ? { moment, sides, frame, workingGuess, wouldChangeOurMind } : null;
}

/**
 * Holds a model's words against the guard.
 *
 * @param offered interventions that selection has chosen
 * @param context taxonomy ids of the case, on which some rules of the guard depend
 * @param spoken the guard for phrases said to a client
 * @param shown the guard for sentences the clinician reads
 */
export function fitWords(
  answer: SuggestAnswer,
  offered: readonly string[],
  context: readonly string[],
  spoken: Admit,
  shown: Admit,
): Fitted {
  const faults: WordFault[] = [];
  const phrases = new Map<string, SafeText>();
  const asked = answer.phrases.filter(({ intervention }) => offered.includes(intervention));
  for (const { intervention, text } of asked) {
    const checked = spoken(text, context);
    const codes = checked.ok ? [REPEATED] : checked.faults;
    const fresh = checked.ok && ![...phrases.values()].includes(checked.text);
    if (checked.ok && fresh) phrases.set(intervention, checked.text);
    else faults.push({ of: intervention, codes });
  }
  const open = faults.filter(({ of }) => !phrases.has(of));
  const formulation = fittedFormulation(answer.formulation, shown, open);
  return { phrases, formulation, faults: open, unasked: answer.phrases.length - asked.length };
}

/** Two answers together: the later one fills what the earlier one lacked. */
export function betterOf(first: Fitted, second: Fitted): Fitted {
  const phrases = new Map([...second.phrases, ...first.phrases]);
  return {
    phrases,
    formulation: first.formulation ?? second.formulation,
    faults: second.faults,
    unasked: first.unasked + second.unasked,
  };
}

/** Curated phrases with the fitted words in place where there are any; everything around them stays. */
export function wordedPhrases(
  curated: readonly Phrase[],
  phrases: ReadonlyMap<string, SafeText>,
): readonly Phrase[] {
  const used = new Set<string>();
  return curated.map((phrase) => {
    const text = phrases.get(phrase.intervention);
    if (text === undefined || used.has(phrase.intervention)) return phrase;
    used.add(phrase.intervention);
    return { ...phrase, text, source: 'model' };
  });
}
