import { interval } from './bootstrap.ts';

/** One figure of the table. */
export interface Figure {
  readonly part: string;
  readonly name: string;
  readonly value: number | null;
  /** 95 % interval by bootstrap, or null. */
  readonly interval: readonly [number, number] | null;
  /** Cases it rests on. */
  readonly cases: number;
}

/** Figures whose fall is good news. */
const LESS_IS_BETTER = /forbidden|false alarms|needless|leak|negatives|changed/;

/** Works out named figures over the same items, with their intervals. */
export function figuresOf<T>(
  part: string,
  items: readonly T[],
  named: Readonly<Record<string, (items: readonly T[]) => number | null>>,
): Figure[] {
  return Object.entries(named).map(([name, figure]) => ({
    part,
    name,
    value: figure(items),
    interval: interval(items, figure),
    cases: items.length,
  }));
}

/** Baseline file: figure key to the value that must not be lost. */
export type Baseline = Readonly<Record<string, number>>;

/** Key of a figure in the baseline. */
export const keyOf = ({ part, name }: Figure): string => `${part}: ${name}`;

const SLACK = 0.005;

/** Figures that are worse than the kept baseline. */
export function lost(figures: readonly Figure[], baseline: Baseline): Figure[] {
  return figures.filter((figure) => {
    const kept = baseline[keyOf(figure)];
    if (kept === undefined || figure.value === null) return false;
    const worse = LESS_IS_BETTER.test(figure.name) ? figure.value - kept : kept - figure.value;
    return worse > SLACK;
  });
}
