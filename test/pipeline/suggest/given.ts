import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { createLint } from '../../../src/pipeline/guard/lint.ts';
import type { Candidate, Marker, Reading } from '../../../src/pipeline/outcome.ts';
import { createSuggest, type SuggestInput } from '../../../src/pipeline/suggest/suggest.ts';
import { clear, safe } from '../../support/builders.ts';

export const knowledge = loadKnowledge();
export const lint = createLint(knowledge);
export const suggest = createSuggest(
  knowledge,
  (phrase, context) => lint(phrase, [...context]).pass,
);

/** A label as a reader asserts it, with words of the case as evidence. */
export const marker = (id: string, over: Partial<Marker> = {}): Marker => ({
  id,
  confidence: 0.85,
  whose: 'both',
  evidence: [safe('went quiet')],
  source: 'rules',
  contested: false,
  ...over,
});

export const reading = (
  ids: readonly string[],
  candidates: readonly Candidate[] = [],
): Reading => ({
  direction: 'none',
  enoughInfo: true,
  labels: ids.map((id) => marker(id)),
  candidates,
});

/** A turn with these labels asserted and nothing else out of the ordinary. */
export const turnWith = (
  ids: readonly string[],
  over: Partial<SuggestInput> = {},
): SuggestInput => ({
  text: safe('They went quiet and I went on.'),
  reading: reading(ids),
  safety: clear,
  missing: [],
  tapped: [],
  refused: [],
  shown: [],
  wish: 'first',
  now: new Date('2025-03-04T10:00:00Z'),
  ...over,
});

/** The intervention and voice of a phrase of the library. */
export function phraseById(id: string) {
  for (const intervention of knowledge.interventions) {
    const phrase = intervention.say.find((one) => one.id === id);
    if (phrase) return { intervention, phrase };
  }
  throw new RangeError(id);
}
