import type { LabelledCase } from './labelled.ts';

const SHORT = 250;
const LONG = 600;

/** Short, middle or long by characters. */
export function lengthOf({ text }: LabelledCase): string {
  if (text.length < SHORT) return 'short (< 250)';
  return text.length < LONG ? 'middle' : 'long (≥ 600)';
}

/** How a write-up is written: as a list, in lower case, with speech, or as plain prose. */
export function styleOf({ text }: LabelledCase): string {
  if (/^\s*(?:[-*•]|\d+[.)])\s/m.test(text)) return 'list';
  if (!/(?:^|[.!?]\s+)[A-Z]/.test(text)) return 'lower case';
  return /["“”]/.test(text) ? 'with speech' : 'prose';
}

/** Cases by what `by` says of them. */
export function grouped<T extends { readonly kase: LabelledCase }>(
  items: readonly T[],
  by: 'style' | 'length',
): [string, T[]][] {
  const nameOf = by === 'style' ? styleOf : lengthOf;
  const names = [...new Set(items.map(({ kase }) => nameOf(kase)))].sort();
  return names.map((name) => [name, items.filter(({ kase }) => nameOf(kase) === name)]);
}
