/** Texts as counted features. */
type Counts = ReadonlyMap<string, number>;

function weigh(all: readonly Counts[], telling: (name: string) => number): Map<string, number>[] {
  return all.map((counts) => {
    const weighed = [...counts].map(([name, count]) => [name, count * telling(name)] as const);
    const norm = Math.sqrt(weighed.reduce((sum, [, value]) => sum + value * value, 0)) || 1;
    return new Map(weighed.map(([name, value]) => [name, value / norm]));
  });
}

/** For each of `ones` how like it is (cosine of weighted counts, 0 to 1) to the likest of `others`. */
export function likeness(ones: readonly Counts[], others: readonly Counts[]): Float64Array {
  const seen = new Map<string, number>();
  for (const counts of ones)
    for (const name of counts.keys()) seen.set(name, (seen.get(name) ?? 0) + 1);
  const telling = (name: string) => Math.log(1 + ones.length / (seen.get(name) ?? ones.length));
  const found = new Map<string, [number, number][]>();
  weigh(others, telling).forEach((weights, at) => {
    for (const [name, value] of weights) {
      const list = found.get(name) ?? [];
      list.push([at, value]);
      found.set(name, list);
    }
  });
  return Float64Array.from(weigh(ones, telling), (weights) => {
    const sums = new Map<number, number>();
    for (const [name, value] of weights)
      for (const [at, other] of found.get(name) ?? [])
        sums.set(at, (sums.get(at) ?? 0) + value * other);
    return Math.max(0, ...sums.values());
  });
}
