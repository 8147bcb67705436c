/** How it went when the clinician saw the client again. */
export const WENT = ['helped', 'no-change', 'worse', 'not-used'] as const;
export type Went = (typeof WENT)[number];

/** What came of something that was offered, as the clinician told it. */
export interface Tried {
  /** Id of the follow-up question that was answered, or of the turn that told it. */
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly how: Went | 'resolved';
  /** Family of the label that led the reading then, or null. */
  readonly family: string | null;
  /** Interventions whose words had been offered then. */
  readonly interventions: readonly string[];
}

/** The list with this one in it, in place of an earlier answer to the same question. */
export function withTried(tries: readonly Tried[], one: Tried): readonly Tried[] {
  return [...tries.filter(({ id }) => id !== one.id), one].toSorted((a, b) => a.at - b.at);
}
