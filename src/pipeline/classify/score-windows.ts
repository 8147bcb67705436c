import type { LinearModel } from '../text/linear-model.ts';
import { scorerOf } from '../text/score-linear.ts';
import type { SentenceFeatures } from './sentence-features.ts';
import type { Window } from './windows.ts';

/** Log-odds of every label in windows and single sentences of one text, given by their indices. */
export type ScoreSentences = (range: Pick<Window, 'first' | 'last'>) => Float64Array;

/** Looks every sentence up in the model once; windows that overlap share what was found. */
export function createScoreSentences(
  model: LinearModel,
  sentences: readonly SentenceFeatures[],
): ScoreSentences {
  const scorer = scorerOf(model);
  const sparse = sentences.map(({ counts }) => scorer.sparse(counts));
  return ({ first, last }) => scorer.score(sparse.slice(first, last + 1));
}
