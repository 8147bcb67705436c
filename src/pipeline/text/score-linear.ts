import type { LinearModel, LinearWeights } from './linear-model.ts';
import { createRowCounter, type Sparse } from './row-counter.ts';

export type { Sparse } from './row-counter.ts';

/** Log-odds of every label for neighbouring stretches together; exactly those of their joined counts. */
export type Score = (parts: readonly Sparse[]) => Float64Array;

/** Looks features up in a model once, and scores stretches put together from them. */
export interface Scorer {
  /** What the model knows of counted features. */
  sparse(counts: ReadonlyMap<string, number>): Sparse;
  readonly score: Score;
}

function lookUp({ rows }: LinearModel, counts: ReadonlyMap<string, number>): Sparse {
  const known: number[] = [];
  const often: number[] = [];
  for (const [name, count] of counts) {
    const row = rows.get(name);
    if (row === undefined) continue;
    known.push(row);
    often.push(count);
  }
  return { rows: Int32Array.from(known), counts: Float64Array.from(often) };
}

function scoreOf(model: LinearWeights, { rows, counts }: Sparse): Float64Array {
  const { weights, scale, bias, telling } = model;
  const width = model.labels.length;
  const sums = new Float64Array(width);
  let norm = 0;
  for (let nth = 0; nth < rows.length; nth += 1) {
    const row = rows[nth] as number;
    const count = counts[nth] as number;
    const value = (count === 1 ? 1 : 1 + Math.log(count)) * (telling[row] as number);
    norm += value * value;
    const from = row * width;
    for (let at = 0; at < width; at += 1) {
      sums[at] = (sums[at] as number) + value * (weights[from + at] as number);
    }
  }
  const shrink = norm > 0 ? 1 / Math.sqrt(norm) : 0;
  for (let at = 0; at < width; at += 1) {
    sums[at] = (sums[at] as number) * shrink * (scale[at] as number) + (bias[at] as number);
  }
  return sums;
}

/** Builds what scores stretches by weights. It keeps nothing else of a model: names of features may be let go. */
export function createScore({ labels, weights, scale, bias, telling }: LinearWeights): Score {
  const own: LinearWeights = { labels, weights, scale, bias, telling };
  const counter = createRowCounter();
  return (parts) => {
    const [only] = parts;
    if (parts.length === 1 && only !== undefined) return scoreOf(own, only);
    for (const { rows, counts } of parts)
      for (let at = 0; at < rows.length; at += 1)
        counter.add(rows[at] as number, counts[at] as number);
    const sums = scoreOf(own, counter.counted());
    counter.clear();
    return sums;
  };
}

const createScorer = (model: LinearModel): Scorer => ({
  sparse: (counts) => lookUp(model, counts),
  score: createScore(model),
});

const scorers = new WeakMap<LinearModel, Scorer>();

/** The scorer of a model, built once. */
export function scorerOf(model: LinearModel): Scorer {
  const known = scorers.get(model) ?? createScorer(model);
  scorers.set(model, known);
  return known;
}

/** Log-odds of every label for counted features (dampened, weighted and scaled to length one here). */
export function scoreLinear(model: LinearModel, counts: ReadonlyMap<string, number>): Float64Array {
  const scorer = scorerOf(model);
  return scorer.score([scorer.sparse(counts)]);
}
