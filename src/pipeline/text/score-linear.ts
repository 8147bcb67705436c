import type { LinearModel } from './linear-model.ts';

/** Counted features of one stretch of a text that a model knows, in the order they were met. */
export interface Sparse {
  /** Rows of the model. */
  readonly rows: Int32Array;
  readonly counts: Float64Array;
}

/** Looks features up in a model once, and scores stretches put together from them. */
export interface Scorer {
  /** What the model knows of counted features. */
  sparse(counts: ReadonlyMap<string, number>): Sparse;
  /** Log-odds of every label for neighbouring stretches together; exactly `scoreLinear` of their joined counts. */
  score(parts: readonly Sparse[]): Float64Array;
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

/** Joins stretches, adding up what stands in several; `places` is zero for every row before and after. */
function joined(parts: readonly Sparse[], places: Int32Array): Sparse {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const most = parts.reduce((sum, part) => sum + part.rows.length, 0);
  const rows = new Int32Array(most);
  const counts = new Float64Array(most);
  let size = 0;
  for (const part of parts) {
    for (let at = 0; at < part.rows.length; at += 1) {
      const row = part.rows[at] as number;
      const count = part.counts[at] as number;
      const place = places[row] as number;
      if (place > 0) counts[place - 1] = (counts[place - 1] as number) + count;
      else {
        rows[size] = row;
        counts[size] = count;
        size += 1;
        places[row] = size;
      }
    }
  }
  for (let at = 0; at < size; at += 1) places[rows[at] as number] = 0;
  return { rows: rows.subarray(0, size), counts: counts.subarray(0, size) };
}

function scoreOf(model: LinearModel, { rows, counts }: Sparse): Float64Array {
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

function createScorer(model: LinearModel): Scorer {
  const places = new Int32Array(model.telling.length);
  return {
    sparse: (counts) => lookUp(model, counts),
    score: (parts) => scoreOf(model, joined(parts, places)),
  };
}

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
