/** The clinician's own guess, noted before they see the reading. */
export interface Hypothesis {
  /** `asked` holds the reading back until the guess is given or skipped. */
  readonly state: 'asked' | 'given' | 'skipped';
  /** Id of the turn that holds it, or null. */
  readonly turn: string | null;
}
