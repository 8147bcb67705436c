import type { LinearModel } from '../text/linear-model.ts';
import { createScore } from '../text/score-linear.ts';
import { createModelSpace } from './model-space.ts';
import { createSeeSentences } from './sentence-features.ts';
import { windowsOf } from './windows.ts';

/** What hears danger by concepts: weights for 'open', 'ask' and 'none', and the concept lists. */
export interface DangerModel {
  readonly linear: LinearModel;
  /** Phrases by concept; `*` ends a word stem. */
  readonly concepts: Readonly<Record<string, readonly string[]>>;
}

const NONE = 'none';

/** Probability that what is told is not 'none', for competing labels. */
function notNone(scores: Float64Array, none: number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < scores.length; at += 1) most = Math.max(most, scores[at] as number);
  let sum = 0;
  for (let at = 0; at < scores.length; at += 1) sum += Math.exp((scores[at] as number) - most);
  return 1 - Math.exp((scores[none] as number) - most) / sum;
}

/**
 * How strongly any two neighbouring sentences of a text speak of danger, 0 to 1: a second opinion for
 * the safety screen, which goes by concepts and by who acts rather than by wordings. Without a model
 * it holds nothing back (1).
 */
export function createDanger(model: DangerModel | null): (text: string) => number {
  if (model === null) return () => 1;
  const { linear, concepts } = model;
  const see = createSeeSentences(
    concepts,
    createModelSpace(linear.features, Object.keys(concepts)),
  );
  const score = createScore(linear);
  const none = linear.labels.indexOf(NONE);
  return (text) => {
    const sentences = see(text);
    const parts = sentences.map(({ features }) => features);
    return windowsOf(sentences).reduce(
      (most, { first, last }) => Math.max(most, notNone(score(parts.slice(first, last + 1)), none)),
      0,
    );
  };
}
