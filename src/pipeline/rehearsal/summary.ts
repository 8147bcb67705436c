import type { Landing, RehearsalKnowledge } from '../../knowledge/rehearsal-knowledge.ts';
import { feedbackOn } from './feedback.ts';
import type { Hear } from './hear.ts';
import { type Rehearsal, saidTurns } from './rehearsal.ts';

/** What a rehearsal comes to, in sentences; nothing is counted or graded. */
export interface Summary {
  /** What helped over the turns; may be empty. */
  readonly worked: readonly string[];
  /** The clinician's own sentence to take into the room, or null. */
  readonly keep: string | null;
  /** One thing to try there. */
  readonly try: string | null;
}

const MOST = 3;
const GOOD: readonly Landing[] = ['opens', 'partly'];

/** How often each item stands in a list, the most frequent first. */
function byFrequency(ids: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([id]) => id);
}

/** Sums a rehearsal up; null when nothing was said to the client yet. */
export function summaryOf(
  played: RehearsalKnowledge,
  hear: Hear,
  rehearsal: Rehearsal,
): Summary | null {
  const branch = played.branches.find(({ id }) => id === rehearsal.branch);
  const said = saidTurns(rehearsal);
  if (branch === undefined || said.length === 0) return null;
  const heard = said.map(({ text }) => hear(text, rehearsal.labels));
  const shown = (id: string) => played.strengths.find((each) => each.id === id)?.shown;
  const helped = byFrequency(heard.flatMap(({ strengths }) => strengths.map(({ id }) => id)));
  const best =
    heard.findLast(({ landing }) => landing === GOOD[0]) ??
    heard.findLast(({ landing }) => GOOD.includes(landing));
  const last = heard.at(-1);
  const pulled = byFrequency(heard.flatMap(({ pulls }) => pulls.slice(0, 1)))[0];
  const scene = branch.scenes[branch.start];
  const missing = last && scene ? feedbackOn(last, scene, played).next?.try : undefined;
  return {
    worked: helped.slice(0, MOST).flatMap((id) => shown(id)?.worked ?? []),
    keep: best?.strengths.map(({ quote }) => quote).sort((a, b) => b.length - a.length)[0] ?? null,
    try: played.pulls.find(({ id }) => id === pulled)?.shown.try ?? missing ?? null,
  };
}
