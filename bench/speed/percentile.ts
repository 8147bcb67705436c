/** What a series of measurements comes to; all in the unit that was measured. */
export interface Spread {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
  readonly mean: number;
}

/** The value below which `share` (0 to 1) of the values lie; 0 for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

export const rounded = (value: number, digits = 2) => Number(value.toFixed(digits));

export function spreadOf(values: readonly number[]): Spread {
  return {
    count: values.length,
    p50: rounded(percentile(values, 0.5)),
    p99: rounded(percentile(values, 0.99)),
    mean: rounded(values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)),
  };
}

/** The exponent b of `y = a * x ** b` that fits the points best on a log scale: 1 is linear, 0 flat. */
export function growthOf(points: readonly (readonly [x: number, y: number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const mean = (at: 0 | 1) => logs.reduce((sum, log) => sum + log[at], 0) / logs.length;
  const [mx, my] = [mean(0), mean(1)];
  const over = logs.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0);
  const under = logs.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
  return rounded(over / under);
}
