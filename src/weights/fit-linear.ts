import type { LinearModel } from '../pipeline/text/linear-model.ts';

/** One labelled text as counted features. */
export interface Example {
  readonly counts: ReadonlyMap<string, number>;
  readonly labels: readonly string[];
  /** How much it counts; 1 when left out. */
  readonly weight?: number;
}

/** How to fit; every value has a tried default. */
export interface FitOptions {
  readonly epochs?: number;
  /** Features seen in fewer examples are left out. */
  readonly fewest?: number;
  /** First step size; it falls evenly to nothing over the passes. */
  readonly step?: number;
  /** Pull of every weight towards nothing over one pass at step size one. */
  readonly decay?: number;
  /** How much more a positive example counts than a negative one, before it is evened out by frequency. */
  readonly positive?: number;
  readonly seed?: number;
  /** True when the labels compete (softmax): every example must then carry at least one label. */
  readonly exclusive?: boolean;
}

interface Row {
  readonly at: Uint32Array;
  readonly value: Float64Array;
  readonly labels: Uint8Array;
  readonly weight: number;
}

const MOST = 127;
const BIAS_STEP = 0.02;
const FIRST_BIAS = -3;

/** Repeatable random numbers from 0 to 1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Numbers from 0 to `size - 1` in a repeatable random order. */
export function shuffled(size: number, random: () => number): Uint32Array {
  const order = Uint32Array.from({ length: size }, (_, at) => at);
  for (let at = size - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
  return order;
}

function vocabulary(examples: readonly Example[], fewest: number): Map<string, number> {
  const seen = new Map<string, number>();
  for (const { counts } of examples)
    for (const name of counts.keys()) seen.set(name, (seen.get(name) ?? 0) + 1);
  return new Map(
    [...seen].filter(([, count]) => count >= fewest).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function rowOf(
  example: Example,
  rows: ReadonlyMap<string, number>,
  telling: Float32Array,
  labels: readonly string[],
): Row {
  const known = [...example.counts].flatMap(([name, count]) => {
    const at = rows.get(name);
    return at === undefined ? [] : [{ at, value: (1 + Math.log(count)) * (telling[at] ?? 0) }];
  });
  const norm = Math.sqrt(known.reduce((sum, { value }) => sum + value * value, 0)) || 1;
  return {
    at: Uint32Array.from(known, ({ at }) => at),
    value: Float64Array.from(known, ({ value }) => value / norm),
    labels: Uint8Array.from(labels, (label) => Number(example.labels.includes(label))),
    weight: example.weight ?? 1,
  };
}

interface State {
  readonly weights: Float64Array;
  readonly bias: Float64Array;
}

type Slope = (row: Row, sums: Float64Array) => Float64Array;

/** Slope of the loss when every label stands for itself; rare labels are boosted. */
const slopeOfEach =
  (boost: Float64Array): Slope =>
  (row, sums) =>
    sums.map((sum, label) => {
      const is = row.labels[label] ?? 0;
      const error = 1 / (1 + Math.exp(-sum)) - is;
      return error * row.weight * (is === 1 ? (boost[label] ?? 1) : 1);
    });

/** Slope of the loss when the labels compete; an example with two labels counts for both. */
const slopeOfOne: Slope = (row, sums) => {
  const most = sums.reduce((a, b) => Math.max(a, b));
  const odds = sums.map((sum) => Math.exp(sum - most));
  const total = odds.reduce((a, b) => a + b);
  const held = row.labels.reduce((a, b) => a + b);
  return odds.map((odd, label) => row.weight * ((held * odd) / total - (row.labels[label] ?? 0)));
};

/** Adds `by` times a vector to one row of weights. */
function addTo(weights: Float64Array, from: number, vector: Float64Array, by: number): void {
  for (let at = 0; at < vector.length; at++)
    weights[from + at] = (weights[from + at] ?? 0) + by * (vector[at] ?? 0);
}

function learn(state: State, row: Row, slopeOf: Slope, step: number): void {
  const { weights, bias } = state;
  const width = bias.length;
  const sums = bias.slice();
  for (let k = 0; k < row.at.length; k++) {
    const from = (row.at[k] ?? 0) * width;
    addTo(sums, 0, weights.subarray(from, from + width), row.value[k] ?? 0);
  }
  const slope = slopeOf(row, sums);
  addTo(bias, 0, slope, -BIAS_STEP * step);
  for (let k = 0; k < row.at.length; k++)
    addTo(weights, (row.at[k] ?? 0) * width, slope, -step * (row.value[k] ?? 0));
}

function quantise(state: State, width: number): Pick<LinearModel, 'weights' | 'scale'> {
  const scale = new Float32Array(width);
  state.weights.forEach((weight, at) => {
    const label = at % width;
    scale[label] = Math.max(scale[label] ?? 0, Math.abs(weight) / MOST);
  });
  const weights = Int8Array.from(state.weights, (weight, at) =>
    Math.round(weight / (scale[at % width] || 1)),
  );
  return { weights, scale };
}

/**
 * Fits a one-against-rest logistic classifier by gradient steps over shuffled passes. Repeatable: the same
 * examples, labels and options give the same bytes.
 */
export function fitLinear(
  examples: readonly Example[],
  labels: readonly string[],
  options: FitOptions = {},
): LinearModel {
  const { epochs = 20, fewest = 2, step = 4, decay = 0.03, positive = 1, seed = 1 } = options;
  const seen = vocabulary(examples, fewest);
  const rows = new Map([...seen.keys()].map((name, at) => [name, at]));
  const telling = Float32Array.from(
    seen.values(),
    (count) => 1 + Math.log(1 + examples.length / count),
  );
  const data = examples.map((example) => rowOf(example, rows, telling, labels));
  const width = labels.length;
  const boost = Float64Array.from(labels, (_, label) => {
    const yes = data.filter((row) => row.labels[label] === 1).length;
    return positive * Math.sqrt((data.length - yes) / Math.max(1, yes));
  });
  const state: State = {
    weights: new Float64Array(rows.size * width),
    bias: new Float64Array(width).fill(options.exclusive ? 0 : FIRST_BIAS),
  };
  const slopeOf = options.exclusive ? slopeOfOne : slopeOfEach(boost);
  const random = seeded(seed);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const now = step * (1 - epoch / epochs);
    for (const at of shuffled(data.length, random)) {
      const row = data[at];
      if (row !== undefined) learn(state, row, slopeOf, now);
    }
    const keep = 1 - Math.min(0.5, now * decay);
    for (let at = 0; at < state.weights.length; at++)
      state.weights[at] = (state.weights[at] ?? 0) * keep;
  }
  return {
    labels,
    features: [...rows.keys()],
    telling,
    bias: Float32Array.from(state.bias),
    ...quantise(state, width),
  };
}
