import type { Marker, Outcome } from '../pipeline/outcome.ts';

/** Who an answer comes from: the deterministic reading, a language model, or both of them. */
export type AnswerSource = 'rules' | 'model' | 'both';

const sourcesIn = ({ assessment, kind }: Extract<Outcome, { kind: 'reading' | 'safety' }>) =>
  (kind === 'safety' ? assessment.safety.labels : assessment.reading.labels).map(
    ({ source }): Marker['source'] => source,
  );

/**
 * Who found what an answer shows. What the clinician tapped says nothing about it; an answer with
 * nothing found is the rules' own.
 */
export function sourceOf(outcome: Extract<Outcome, { kind: 'reading' | 'safety' }>): AnswerSource {
  const found = new Set(sourcesIn(outcome).filter((source) => source !== 'clinician'));
  const model = found.has('model') || found.has('both');
  const rules = found.has('rules') || found.has('both');
  if (model && rules) return 'both';
  return model ? 'model' : 'rules';
}
