import type { LinearModel } from '../text/linear-model.ts';
import { createPhraseFinder } from '../text/phrases.ts';
import { createScoreSentences } from './score-windows.ts';
import { sentenceFeatures } from './sentence-features.ts';
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
  const most = Math.max(...scores);
  const parts = scores.map((score) => Math.exp(score - most));
  return 1 - (parts[none] ?? 0) / parts.reduce((sum, part) => sum + part, 0);
}

/**
 * How strongly any two neighbouring sentences of a text speak of danger, 0 to 1: a second opinion for
 * the safety screen, which goes by concepts and by who acts rather than by wordings. Without a model
 * it holds nothing back (1).
 */
export function createDanger(model: DangerModel | null): (text: string) => number {
  if (model === null) return () => 1;
  const find = createPhraseFinder(model.concepts);
  const none = model.linear.labels.indexOf(NONE);
  return (text) => {
    const sentences = sentenceFeatures(text, find);
    const score = createScoreSentences(model.linear, sentences);
    return windowsOf(sentences).reduce(
      (most, window) => Math.max(most, notNone(score(window), none)),
      0,
    );
  };
}
