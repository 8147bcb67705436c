import { clauses } from '../text/clauses.ts';
import { scoreLinear } from '../text/score-linear.ts';
import type { Span } from '../text/span.ts';
import type { ReaderModel } from './reader-model.ts';
import { createScoreSentences } from './score-windows.ts';
import type { FindConcepts, SentenceFeatures } from './sentence-features.ts';
import { sentenceFeatures } from './sentence-features.ts';
import { type Window, windowsOf } from './windows.ts';

/** How strongly a text speaks for one label, and where. */
export interface LabelScore {
  readonly id: string;
  /** Natural log of the label's probability in the window that speaks for it most. */
  readonly score: number;
  /** The same for 'none of these' in that window. */
  readonly nothing: number;
  /** The sentence of that window that carries it; a clause or two of an endless sentence. */
  readonly evidence: Span;
}

/** What every window says about every label. */
export interface TextScores {
  /** By label, best first; the label for 'none of these' is left out. */
  readonly labels: readonly LabelScore[];
  /** Log-probabilities window by window, in the order of the model's labels. */
  readonly windows: readonly Float64Array[];
}

const SHORTEST_EVIDENCE = 24;
const LONGEST_EVIDENCE = 280;
const SHORT_PART = 60;
/** Letters of an endless sentence that are searched for evidence. */
const SEARCHED = 2000;
const MOST_CLAUSES = 24;

/** Log-probabilities of competing labels. */
function competing(sums: Float64Array): Float64Array {
  const most = sums.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const total = Math.log(sums.reduce((sum, value) => sum + Math.exp(value - most), 0));
  return sums.map((value) => value - most - total);
}

const score = (model: ReaderModel, counts: ReadonlyMap<string, number>) =>
  competing(scoreLinear(model.linear, counts));

/** The sentence of a window that speaks most for a label; the window itself when it is a scrap. */
function carrier(
  window: Window,
  sentences: readonly SentenceFeatures[],
  alone: (sentence: number) => Float64Array,
  label: number,
): Span {
  let best = window.first;
  for (let at = window.first + 1; at <= window.last; at++)
    if ((alone(at)[label] ?? 0) > (alone(best)[label] ?? 0)) best = at;
  const span = sentences[best] ?? window;
  const short = span.end - span.start < SHORTEST_EVIDENCE && window.last - window.first <= 1;
  return short ? window : span;
}

/** The clauses of an endless sentence that speak most for a label: one, and the next while it is short. */
function part({ model, text, find }: Reading, sentence: Span, label: number): Span {
  if (sentence.end - sentence.start <= LONGEST_EVIDENCE) return sentence;
  const searched = Math.min(sentence.end, sentence.start + SEARCHED);
  const cut = clauses(text.slice(sentence.start, searched)).slice(0, MOST_CLAUSES);
  const speaks = cut.map(({ start, end }) => {
    const own = text.slice(sentence.start + start, sentence.start + end);
    const [features] = sentenceFeatures(own, find);
    return score(model, features?.counts ?? new Map())[label] ?? 0;
  });
  const best = speaks.indexOf(Math.max(...speaks));
  let last = best;
  const from = cut[best]?.start ?? 0;
  while (last + 1 < cut.length && (cut[last]?.end ?? 0) - from < SHORT_PART) last++;
  const end = Math.min(cut[last]?.end ?? 0, from + LONGEST_EVIDENCE);
  return { start: sentence.start + from, end: sentence.start + end };
}

interface Reading {
  readonly model: ReaderModel;
  readonly text: string;
  readonly find: FindConcepts;
}

/** Column of the window that speaks most for a label. */
function loudest(scores: readonly Float64Array[], label: number): number {
  let best = 0;
  scores.forEach((row, at) => {
    if ((row[label] ?? 0) > (scores[best]?.[label] ?? 0)) best = at;
  });
  return best;
}

/** Scores every label on every window of a text. */
export function scoreLabels(model: ReaderModel, text: string, find: FindConcepts): TextScores {
  const sentences = sentenceFeatures(text, find);
  const windows = windowsOf(sentences);
  const scoreOf = createScoreSentences(model.linear, sentences);
  const scores = windows.map((window) => competing(scoreOf(window)));
  const none = model.linear.labels.length - 1;
  const known = new Map<number, Float64Array>();
  const alone = (at: number) => {
    const kept = known.get(at) ?? competing(scoreOf({ first: at, last: at }));
    known.set(at, kept);
    return kept;
  };
  const labels = model.linear.labels.slice(0, -1).map((id, label): LabelScore => {
    const best = loudest(scores, label);
    const window = windows[best];
    return {
      id,
      score: scores[best]?.[label] ?? Number.NEGATIVE_INFINITY,
      nothing: scores[best]?.[none] ?? 0,
      get evidence() {
        if (window === undefined) return { start: 0, end: 0 };
        return part({ model, text, find }, carrier(window, sentences, alone, label), label);
      },
    };
  });
  labels.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  return { windows: scores, labels };
}
