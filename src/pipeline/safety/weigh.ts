import type { LabelStatus } from '../outcome.ts';
import type { Stretch } from './classifier.ts';
import type { Judged } from './judge-hit.ts';
import type { SafetyThresholds } from './safety-model.ts';

/** A label with the status that one place of the text gives it. */
export interface Finding {
  readonly id: string;
  readonly status: LabelStatus;
  /** First word, and the word behind the last, of the evidence. */
  readonly from: number;
  readonly to: number;
}

/**
 * What a judged wording comes to when the classifier is heard as well. Wordings of safety.yml stand as
 * they are; of the looser ones, open needs a second voice and is else asked about, and what the
 * classifier sees nothing in at all is passed over.
 */
export function weighWording(judged: Judged, stretches: readonly Stretch[]): Finding | null {
  const { id, status, from, to } = judged;
  if (judged.sure || (status !== 'open' && status !== 'ask')) return { id, status, from, to };
  const here = stretches.filter((stretch) => stretch.from <= from && from < stretch.to);
  if (status === 'open' && here.some(({ open, limits }) => open >= limits.openWording))
    return { id, status, from, to };
  return here.some(({ raise, limits }) => raise >= limits.askWording)
    ? { id, status: 'ask', from, to }
    : null;
}

/** What the classifier raises in one stretch, with how likely it finds each label. */
function weighStretch(
  { from, to, raise, open, limits, ids }: Stretch,
  apart: number,
): (Finding & { readonly score: number })[] {
  const [first] = ids;
  const isOpen = open >= limits.open;
  if (!first || (!isOpen && raise < limits.ask)) return [];
  return ids
    .filter(({ score }) => score >= first.score - apart)
    .map(({ id, score }, nth) => {
      const status = isOpen && nth === 0 ? ('open' as const) : ('ask' as const);
      return { id, status, from, to, score: score + raise };
    });
}

/** What the classifier raises by itself: what is open, and the likeliest few labels to ask about. */
export function weighStretches(
  stretches: readonly Stretch[],
  { apart, most }: Pick<SafetyThresholds, 'apart' | 'most'>,
): Finding[] {
  const found = stretches.flatMap((stretch) => weighStretch(stretch, apart));
  const ranked = found.sort((a, b) => b.score - a.score);
  const likeliest = new Set([...new Set(ranked.map(({ id }) => id))].slice(0, most));
  return ranked
    .filter(({ id, status }) => status === 'open' || likeliest.has(id))
    .map(({ score: _, ...finding }) => finding);
}
