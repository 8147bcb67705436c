import type { LinearModel, LinearWeights } from './linear-model.ts';
import { createRowCounter, type Sparse } from './row-counter.ts';

export type { Sparse } from './row-counter.ts';

/** Log-odds of every label for neighbouring stretches together; exactly those of their joined counts. */
export type Score = (parts: readonly Sparse[]) => Float64Array;

/** Writes counts, dampened and weighted by how telling their rows are; returns the sum of their squares. */
function weigh(telling: Float32Array, { rows, counts }: Sparse, values: Float64Array): number {
  let norm = 0;
  for (let nth = 0; nth < rows.length; nth += 1) {
    const count = counts[nth] as number;
    const dampened = count === 1 ? 1 : 1 + Math.log(count);
    const value = dampened * (telling[rows[nth] as number] as number);
    values[nth] = value;
    norm += value * value;
  }
  return norm;
}

/** Adds rows of weights times their values to the sums, from `nth` on. */
function addRows(
  sums: Float64Array,
  weights: Int8Array,
  rows: Int32Array,
  values: Float64Array,
  from: number,
): void {
  for (let nth = from; nth < rows.length; nth += 1) {
    const value = values[nth] as number;
    const row = (rows[nth] as number) * sums.length;
    for (let at = 0; at < sums.length; at += 1)
      sums[at] = (sums[at] as number) + value * (weights[row + at] as number);
  }
}

/** Adds rows four in one go, which gives the same sums to the last bit; up to three are left over. */
function addFours(
  sums: Float64Array,
  weights: Int8Array,
  rows: Int32Array,
  values: Float64Array,
): number {
  const width = sums.length;
  let nth = 0;
  for (; nth + 3 < rows.length; nth += 4) {
    const a = values[nth] as number;
    const b = values[nth + 1] as number;
    const c = values[nth + 2] as number;
    const d = values[nth + 3] as number;
    const rowA = (rows[nth] as number) * width;
    const rowB = (rows[nth + 1] as number) * width;
    const rowC = (rows[nth + 2] as number) * width;
    const rowD = (rows[nth + 3] as number) * width;
    for (let at = 0; at < width; at += 1)
      sums[at] =
        (sums[at] as number) +
        a * (weights[rowA + at] as number) +
        b * (weights[rowB + at] as number) +
        c * (weights[rowC + at] as number) +
        d * (weights[rowD + at] as number);
  }
  return nth;
}

/** Log-odds of every label; `values` has room for one of each row. */
function scoreOf(model: LinearWeights, sparse: Sparse, values: Float64Array): Float64Array {
  const { weights, scale, bias } = model;
  const sums = new Float64Array(model.labels.length);
  const norm = weigh(model.telling, sparse, values);
  const added = addFours(sums, weights, sparse.rows, values);
  addRows(sums, weights, sparse.rows, values, added);
  const shrink = norm > 0 ? 1 / Math.sqrt(norm) : 0;
  for (let at = 0; at < sums.length; at += 1)
    sums[at] = (sums[at] as number) * shrink * (scale[at] as number) + (bias[at] as number);
  return sums;
}

/** Builds what scores stretches by weights. It keeps nothing else of a model: names of features may be let go. */
export function createScore({ labels, weights, scale, bias, telling }: LinearWeights): Score {
  const own: LinearWeights = { labels, weights, scale, bias, telling };
  const counter = createRowCounter();
  let values = new Float64Array(0);
  const score = (stretch: Sparse) => {
    const size = stretch.rows.length;
    if (size > values.length) values = new Float64Array(2 * size);
    return scoreOf(own, stretch, values);
  };
  return (parts) => {
    const [only] = parts;
    if (parts.length === 1 && only !== undefined) return score(only);
    counter.clear();
    for (const { rows, counts } of parts)
      for (let at = 0; at < rows.length; at += 1)
        counter.add(rows[at] as number, counts[at] as number);
    return score(counter.counted());
  };
}

/** Rows and counts of the named features that a model knows, in the order of the counts. */
function knownOf(features: readonly string[], counts: ReadonlyMap<string, number>): Sparse {
  const rowOf = new Map(features.map((name, row) => [name, row]));
  const known = [...counts].filter(([name]) => rowOf.has(name));
  return {
    rows: Int32Array.from(known, ([name]) => rowOf.get(name) ?? 0),
    counts: Float64Array.from(known, ([, count]) => count),
  };
}

/** Log-odds of every label for features counted by name; who asks often counts rows and has them scored. */
export function scoreLinear(model: LinearModel, counts: ReadonlyMap<string, number>): Float64Array {
  return createScore(model)([knownOf(model.features, counts)]);
}
