import { clauses } from '../text/clauses.ts';
import type { Span } from '../text/span.ts';
import type { SentenceFeatures } from './sentence-features.ts';
import type { Window } from './windows.ts';

/** A text that was read, and what its parts say about every label by themselves. */
export interface ReadText {
  readonly text: string;
  readonly sentences: readonly SentenceFeatures[];
  /** Scores of a sentence, by its place. */
  sentence(at: number): Float64Array;
  /** Scores of any piece of text. */
  piece(text: string): Float64Array;
}

/** The stretch of a window that speaks most for a label, by the label's column. */
export type FindEvidence = (window: Window, label: number) => Span;

/** Clauses of a sentence with their scores. */
interface Scored {
  readonly clauses: readonly Span[];
  readonly scores: readonly Float64Array[];
}

const SHORTEST_EVIDENCE = 24;
const LONGEST_EVIDENCE = 280;
const SHORT_PART = 60;
/** Letters of an endless sentence that are searched for evidence. */
const SEARCHED = 2000;
const MOST_CLAUSES = 24;

/** Keeps what was made for a key, so that it is made once. */
function kept<K, T>(make: (key: K) => T): (key: K) => T {
  const known = new Map<K, T>();
  return (key) => {
    const made = known.get(key) ?? make(key);
    known.set(key, made);
    return made;
  };
}

/** Clauses of a sentence as stretches of the text, each read by itself. */
function scoredClauses({ text, piece }: ReadText, { start, end }: Span): Scored {
  const searched = text.slice(start, Math.min(end, start + SEARCHED));
  const cut = clauses(searched)
    .slice(0, MOST_CLAUSES)
    .map((clause) => ({ start: start + clause.start, end: start + clause.end }));
  return { clauses: cut, scores: cut.map((clause) => piece(text.slice(clause.start, clause.end))) };
}

/** The clauses that speak most for a label: one, and the next while it is short. */
function loudestClauses({ clauses: cut, scores }: Scored, label: number): Span {
  const speaks = scores.map((row) => row[label] as number);
  const best = speaks.indexOf(Math.max(...speaks));
  const start = cut[best]?.start ?? 0;
  let last = best;
  while (last + 1 < cut.length && (cut[last]?.end ?? 0) - start < SHORT_PART) last++;
  return { start, end: Math.min(cut[last]?.end ?? 0, start + LONGEST_EVIDENCE) };
}

/**
 * Builds what finds evidence in a text: the sentence of a window that carries a label, or the window
 * itself when that is a scrap; a clause or two when it is endless.
 */
export function createFindEvidence(read: ReadText): FindEvidence {
  const { sentences } = read;
  const alone = kept((at: number) => read.sentence(at));
  const clausesOf = kept((span: Span) => scoredClauses(read, span));
  const carrier = (window: Window, label: number): Span => {
    let best = window.first;
    for (let at = window.first + 1; at <= window.last; at++)
      if ((alone(at)[label] as number) > (alone(best)[label] as number)) best = at;
    const span = sentences[best] ?? window;
    const isScrap = span.end - span.start < SHORTEST_EVIDENCE;
    return isScrap && window.last - window.first <= 1 ? window : span;
  };
  return (window, label) => {
    const span = carrier(window, label);
    return span.end - span.start <= LONGEST_EVIDENCE
      ? span
      : loudestClauses(clausesOf(span), label);
  };
}
