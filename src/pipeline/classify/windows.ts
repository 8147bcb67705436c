import type { Span } from '../text/span.ts';
import type { SentenceFeatures } from './sentence-features.ts';

/** Neighbouring sentences read together. */
export interface Window extends Span {
  /** Indices of its first and last sentence. */
  readonly first: number;
  readonly last: number;
}

const WHOLE_UP_TO = 40;

function join(sentences: readonly SentenceFeatures[], first: number, last: number): Window {
  const start = sentences[first]?.start ?? 0;
  return { start, end: sentences[last]?.end ?? start, first, last };
}

/** Every two neighbouring sentences, and the text as a whole unless it is very long. */
export function windowsOf(sentences: readonly SentenceFeatures[]): Window[] {
  const last = sentences.length - 1;
  if (last < 0) return [];
  const pairs = sentences.slice(1).map((_, at) => join(sentences, at, at + 1));
  return last < WHOLE_UP_TO && last !== 1 ? [...pairs, join(sentences, 0, last)] : pairs;
}
