import type { RehearsalKnowledge, Scene } from '../../knowledge/rehearsal-knowledge.ts';
import type { Heard } from './hear.ts';

/** Feedback on one thing said; no grade, no blame. */
export interface Feedback {
  /** The clinician's own sentence that may have helped, and what it does; null when none stands out. */
  readonly worked: { readonly quote: string; readonly said: string } | null;
  /** One thing to try and the reason; null when there is nothing to add. */
  readonly next: { readonly try: string; readonly why: string } | null;
  /** Id of the strength that another wording should show. */
  readonly strength: string;
  /** Why that other wording may help. */
  readonly why: string;
}

const UNWANTED = 4;
const FAR = 5;

/** What goes far by itself comes first, then what the scene wants most. */
function rank(id: string, { wants }: Scene, weight: number): number {
  const at = wants.indexOf(id);
  return (at === -1 ? UNWANTED : at) - (weight > 1 ? FAR : 0);
}

/**
 * What helped, one thing to try, and what another wording should show: the gravest pull goes before
 * anything that is only missing, and what the therapist owes before what the scene would like.
 */
export function feedbackOn(
  heard: Heard,
  scene: Scene,
  { strengths, pulls }: Pick<RehearsalKnowledge, 'strengths' | 'pulls'>,
): Feedback {
  const entryOf = (id: string) => strengths.find((entry) => entry.id === id);
  const shown = heard.strengths.map(({ id }) => id);
  const [best] = heard.strengths
    .flatMap(({ id, quote }) => {
      const entry = entryOf(id);
      return entry ? [{ quote, entry, at: rank(id, scene, entry.weight) }] : [];
    })
    .sort((a, b) => a.at - b.at);
  const worked = best ? { quote: best.quote, said: best.entry.shown.worked } : null;

  const pull = pulls.find(({ id }) => heard.pulls.includes(id));
  const wanted = [...(heard.owes ? ['st-owning'] : []), ...scene.wants];
  const missing = entryOf(wanted.find((id) => !shown.includes(id)) ?? '');
  const aim = pull?.strength ?? missing?.id ?? scene.wants[0] ?? '';
  return {
    worked,
    next: pull?.shown ?? missing?.shown ?? null,
    strength: aim,
    why: entryOf(aim)?.shown.why ?? '',
  };
}
