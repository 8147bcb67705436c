/** Parts of a formulation that are guesses and must sound like it. */
const GUESSES: ReadonlySet<string> = new Set(['sides', 'workingGuess']);

const CLINICAL =
  /\b(?:disorders?|diagnos\w{0,8}|borderline|narcissis\w{0,6}|psychotic|psychosis|bipolar|schizo\w{0,10}|histrionic|antisocial|sociopath\w{0,4}|psychopath\w{0,4}|medication|antidepressants?|ssris?|prescri\w{0,6}|dosage|\d{1,4} ?mg)\b/i;
const IDS = /\b(?:wd|cf|mx|imp|pat|cau|trg|th|sf|iv|mp|lr|ft)-[a-z]{2,}/i;

/** What a sentence to the clinician is held against. */
export interface FormulationGuard {
  /** Ids of what the guard of shown sentences objects to. */
  readonly errors: (text: string) => readonly string[];
  /** True when the sentence marks itself as a guess. */
  readonly hedged: (text: string) => boolean;
}

/**
 * Builds the check of what a model writes into a part of a formulation: everything the guard of shown
 * sentences asks, no diagnosis or medicine, no code words, and guesses that sound like guesses.
 */
export function createFormulationFaults({ errors, hedged }: FormulationGuard) {
  return (text: string, [part = '']: readonly string[]): readonly string[] => {
    const found: readonly (readonly [string, boolean])[] = [
      ['fm-clinical', CLINICAL.test(text)],
      ['fm-code', IDS.test(text)],
      ['fm-unhedged', GUESSES.has(part) && !hedged(text)],
    ];
    return [...found.filter(([, is]) => is).map(([code]) => code), ...errors(text)];
  };
}
