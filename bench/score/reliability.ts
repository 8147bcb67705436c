import type { ReadCase } from './reading-figures.ts';

/** How often labels called with a certain confidence are right. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly calls: number;
  /** Mean confidence of the calls. */
  readonly said: number;
  /** Share of them that are required; acceptable ones are left out. */
  readonly right: number;
}

const EDGES = [0, 0.1, 0.2, 0.3, 0.5, 0.7, 1.01];

/** Reliability table over everything asserted or offered. */
export function reliability(cases: readonly ReadCase[]): Bin[] {
  const calls = cases.flatMap(({ kase, reading }) =>
    [...reading.labels, ...reading.candidates]
      .filter(({ id }) => !kase.acceptable.includes(id))
      .map(({ id, confidence }) => ({ confidence, right: kase.required.includes(id) })),
  );
  return EDGES.slice(1).map((to, at) => {
    const from = EDGES[at] ?? 0;
    const own = calls.filter(({ confidence }) => confidence >= from && confidence < to);
    const average = (sum: number) => (own.length === 0 ? 0 : sum / own.length);
    return {
      from,
      to: Math.min(1, to),
      calls: own.length,
      said: average(own.reduce((sum, { confidence }) => sum + confidence, 0)),
      right: average(own.filter(({ right }) => right).length),
    };
  });
}
