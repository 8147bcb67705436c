import type { Knowledge } from './knowledge/knowledge.ts';
import type { Admit, LanguageModel, SuggestInput } from './pipeline/language-model.ts';
import type { SafeText } from './pipeline/message.ts';
import type { Formulation, Reading, Suggestions } from './pipeline/outcome.ts';
import { betterOf, type Fitted, fitWords, wordedPhrases } from './pipeline/reconcile/fit-words.ts';
import { offersOf } from './pipeline/reconcile/offers-of.ts';
import type { Wish } from './pipeline/thread/wish-of.ts';

/** What putting suggestions into the words of a case needs. */
export interface RewordParts {
  readonly model: LanguageModel;
  readonly interventions: Knowledge['interventions'];
  /** The guard for phrases said to a client. */
  readonly spoken: Admit;
  /** The guard for sentences the clinician reads. */
  readonly shown: Admit;
  /** What a code of the guard means, for the request for better words. */
  readonly explain: (code: string) => string;
  readonly dropped: (why: string, count: number) => void;
}

/** Suggestions as the library has them, and the reading they rest on. */
export interface Curated {
  readonly account: SafeText;
  readonly reading: Reading;
  readonly suggestions: Suggestions;
  readonly formulation: Formulation | null;
  readonly wish: Wish;
}

const MOST_MARKERS = 6;
/** Wishes that a prompt does not know, by the one that comes closest. */
const CLOSEST: Readonly<Record<string, SuggestInput['wish']>> = {
  another: 'another',
  shorter: 'shorter',
  softer: 'softer',
  plainer: 'another',
  warmer: 'another',
};

function inputOf(parts: RewordParts, curated: Curated): SuggestInput {
  const { account, reading, suggestions, wish } = curated;
  const markers = reading.labels
    .slice(0, MOST_MARKERS)
    .map(({ id, whose, evidence }) => ({ id, whose, evidence: evidence.slice(0, 1) }));
  const offers = offersOf(suggestions.phrases, parts.interventions);
  const asked = CLOSEST[wish] ?? 'first';
  return { account, direction: reading.direction, markers, offers, wish: asked, faults: [] };
}

/**
 * Asks for words fitted to the case, holds them against the guard, asks once more with the faults
 * named, and leaves the curated words wherever nothing better passed. A model that fails here costs
 * nothing: the curated suggestions stand.
 */
export async function reword(
  parts: RewordParts,
  curated: Curated,
  signal: AbortSignal,
): Promise<Pick<Curated, 'suggestions' | 'formulation'>> {
  const { suggestions, formulation, reading } = curated;
  const input = inputOf(parts, curated);
  if (input.offers.length === 0) return { suggestions, formulation };
  const offered = input.offers.map(({ intervention }) => intervention);
  const context = reading.labels.map(({ id }) => id);

  async function asked(faults: SuggestInput['faults']): Promise<Fitted | null> {
    const reply = await parts.model.ask('suggest', { ...input, faults }, signal);
    if (!reply.ok) return null;
    const fitted = fitWords(reply.value, offered, context, parts.spoken, parts.shown);
    if (fitted.unasked > 0) parts.dropped('not-offered', fitted.unasked);
    if (fitted.faults.length > 0) parts.dropped('guard', fitted.faults.length);
    return fitted;
  }

  const first = await asked([]);
  if (first === null) return { suggestions, formulation };
  const named = first.faults.map(({ of, codes }) => ({ of, said: codes.map(parts.explain) }));
  const second = named.length > 0 ? await asked(named) : null;
  const best = second === null ? first : betterOf(first, second);
  return {
    suggestions: { ...suggestions, phrases: wordedPhrases(suggestions.phrases, best.phrases) },
    formulation: formulation === null ? null : (best.formulation ?? formulation),
  };
}
