import { seeded } from '../../src/weights/fit-linear.ts';

const DRAWS = 400;

/**
 * 95 % interval of a figure by drawing the cases again with replacement (repeatable); null when the
 * figure has no value.
 */
export function interval<T>(
  items: readonly T[],
  figure: (items: readonly T[]) => number | null,
): readonly [number, number] | null {
  if (items.length === 0) return null;
  const random = seeded(7);
  const values: number[] = [];
  for (let draw = 0; draw < DRAWS; draw++) {
    const drawn = items.flatMap(() => items[Math.floor(random() * items.length)] ?? []);
    const value = figure(drawn);
    if (value !== null) values.push(value);
  }
  if (values.length === 0) return null;
  values.sort((a, b) => a - b);
  const at = (part: number) => values[Math.round(part * (values.length - 1))] ?? 0;
  return [at(0.025), at(0.975)];
}
