import type { RemovedCounts } from '../../pipeline/message.ts';
import type { Say } from '../../pipeline/thread/what-changed.ts';

/** Counts of several messages as one. */
export function sumRemoved(counts: readonly RemovedCounts[]): RemovedCounts {
  const sum: Record<string, number> = {};
  for (const [name, count] of counts.flatMap((each) => Object.entries(each))) {
    sum[name] = (sum[name] ?? 0) + count;
  }
  return sum;
}

/** 'names (2), places (1)' for what was removed; empty when nothing was. */
export function removedWords(counts: RemovedCounts, say: Say): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${say(`class.${name}`)} (${count})`)
    .join(', ');
}
