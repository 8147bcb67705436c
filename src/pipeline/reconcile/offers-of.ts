import type { Intervention } from '../../knowledge/knowledge.ts';
import type { Offer } from '../language-model.ts';
import type { Phrase } from '../outcome.ts';

/**
 * What selection has chosen, for a model to fit to the case. It may not choose others, and what the
 * therapist says to themselves is not reworded.
 */
export function offersOf(
  phrases: readonly Phrase[],
  interventions: readonly Intervention[],
): Offer[] {
  const byId = new Map(interventions.map((intervention) => [intervention.id, intervention]));
  const offers = phrases.flatMap((phrase): Offer[] => {
    const intervention = byId.get(phrase.intervention);
    if (intervention === undefined || intervention.speaker === 'self') return [];
    const { name } = intervention.shown;
    return [{ intervention: intervention.id, name, fits: phrase.fits, example: phrase.text }];
  });
  return offers.filter(
    ({ intervention }, at) =>
      offers.findIndex((other) => other.intervention === intervention) === at,
  );
}
