import type { Span } from '../text/span.ts';
import type { SentenceFeatures } from './sentence-features.ts';

/** Neighbouring sentences read together. */
export interface Window extends Span {
  readonly counts: ReadonlyMap<string, number>;
  /** Indices of its first and last sentence. */
  readonly first: number;
  readonly last: number;
}

const WHOLE_UP_TO = 40;

function join(sentences: readonly SentenceFeatures[], first: number, last: number): Window {
  const counts = new Map<string, number>();
  for (const sentence of sentences.slice(first, last + 1))
    for (const [name, count] of sentence.counts) counts.set(name, (counts.get(name) ?? 0) + count);
  const start = sentences[first]?.start ?? 0;
  return { start, end: sentences[last]?.end ?? start, counts, first, last };
}

/** Every two neighbouring sentences, and the text as a whole unless it is very long. */
export function windowsOf(sentences: readonly SentenceFeatures[]): Window[] {
  const last = sentences.length - 1;
  if (last < 0) return [];
  const pairs = sentences.slice(1).map((_, at) => join(sentences, at, at + 1));
  return last < WHOLE_UP_TO && last !== 1 ? [...pairs, join(sentences, 0, last)] : pairs;
}
