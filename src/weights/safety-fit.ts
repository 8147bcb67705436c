import type { LinearModel } from '../pipeline/text/linear-model.ts';
import { type Example, seeded, shuffled } from './fit-linear.ts';

/** How to fit. */
export interface MarginOptions {
  /** How much a wrong side costs; larger follows the examples more closely. */
  readonly cost: number;
  readonly passes: number;
  /** Signs seen in fewer examples are left out. */
  readonly fewest: number;
}

interface Row {
  readonly at: Uint32Array;
  readonly value: Float64Array;
  readonly weight: number;
  readonly labels: readonly string[];
}

const MOST = 127;
const SEED = 7;

function rowsOf(
  examples: readonly Example[],
  rows: ReadonlyMap<string, number>,
  telling: Float32Array,
): Row[] {
  return examples.map(({ counts, labels, weight = 1 }) => {
    const known = [...counts].flatMap(([name, count]) => {
      const at = rows.get(name);
      return at === undefined ? [] : [{ at, value: (1 + Math.log(count)) * (telling[at] ?? 0) }];
    });
    const norm = Math.sqrt(known.reduce((sum, { value }) => sum + value * value, 0)) || 1;
    return {
      at: Uint32Array.from(known, ({ at }) => at),
      value: Float64Array.from(known, ({ value }) => value / norm),
      weight,
      labels,
    };
  });
}

/** Signs seen often enough, in a fixed order, with the number of examples that show them. */
function vocabulary(examples: readonly Example[], fewest: number): [string, number][] {
  const seen = new Map<string, number>();
  for (const { counts } of examples)
    for (const name of counts.keys()) seen.set(name, (seen.get(name) ?? 0) + 1);
  return [...seen].filter(([, count]) => count >= fewest).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Cost of every example: the two sides count the same in all, whatever their number. */
function costsOf(rows: readonly Row[], label: string, cost: number): Float64Array {
  const sum = (is: boolean) =>
    rows.reduce((total, row) => total + (row.labels.includes(label) === is ? row.weight : 0), 0);
  const [yes, no] = [sum(true), sum(false)];
  return Float64Array.from(rows, (row) => {
    const side = row.labels.includes(label) ? yes : no;
    return (cost * row.weight * (yes + no)) / (2 * Math.max(side, 1e-9));
  });
}

/** What a row scores with these weights; the bias stands last. */
function sumOf(row: Row, weights: Float64Array): number {
  let sum = weights.at(-1) ?? 0;
  row.at.forEach((at, k) => {
    sum += (row.value[k] ?? 0) * (weights[at] ?? 0);
  });
  return sum;
}

function move(row: Row, weights: Float64Array, by: number): void {
  const bias = weights.length - 1;
  weights[bias] = (weights[bias] ?? 0) + by;
  row.at.forEach((at, k) => {
    weights[at] = (weights[at] ?? 0) + by * (row.value[k] ?? 0);
  });
}

/** Weights, bias last, by dual coordinate descent for the squared hinge loss (Hsieh et al. 2008). */
function separate(
  rows: readonly Row[],
  label: string,
  size: number,
  { cost, passes }: MarginOptions,
): Float64Array {
  const weights = new Float64Array(size + 1);
  const alpha = new Float64Array(rows.length);
  const slack = costsOf(rows, label, cost).map((own) => 0.5 / own);
  const sides = rows.map((row) => (row.labels.includes(label) ? 1 : -1));
  const random = seeded(SEED);
  for (let pass = 0; pass < passes; pass += 1) {
    for (const nth of shuffled(rows.length, random)) {
      const row = rows[nth] as Row;
      const [side, before, own] = [sides[nth] ?? 0, alpha[nth] ?? 0, slack[nth] ?? 0];
      const short = side * sumOf(row, weights) - 1 + own * before;
      const after = Math.max(0, before - short / (2 + own));
      if (after === before) continue;
      alpha[nth] = after;
      move(row, weights, side * (after - before));
    }
  }
  return weights;
}

/**
 * Fits one maximum-margin separator per label. Few examples and many signs suit it better than
 * gradient steps do. Repeatable: the same examples and options give the same bytes.
 */
export function fitMargins(
  examples: readonly Example[],
  labels: readonly string[],
  options: MarginOptions,
): LinearModel {
  const seen = vocabulary(examples, options.fewest);
  const rows = new Map(seen.map(([name], at) => [name, at]));
  const telling = Float32Array.from(
    seen,
    ([, count]) => 1 + Math.log((1 + examples.length) / (1 + count)),
  );
  const data = rowsOf(examples, rows, telling);
  const size = rows.size;
  const fitted = labels.map((label) => separate(data, label, size, options));
  const scale = Float32Array.from(
    fitted,
    (weights) =>
      weights.subarray(0, size).reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) /
      MOST,
  );
  const weights = new Int8Array(size * labels.length);
  fitted.forEach((own, label) => {
    for (let at = 0; at < size; at += 1)
      weights[at * labels.length + label] = Math.round((own[at] ?? 0) / (scale[label] || 1));
  });
  return {
    labels,
    features: [...rows.keys()],
    telling,
    scale,
    weights,
    bias: Float32Array.from(fitted, (own) => own[size] ?? 0),
  };
}
