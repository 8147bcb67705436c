/** What can come out of the decision meeting of an extended consultation. */
export const DECISIONS = ['resume', 'cotherapist', 'group', 'referral', 'exit'] as const;
type Decision = (typeof DECISIONS)[number];

/** How many interviews a plan may have. */
export const SIZES = [4, 5, 6] as const;
export type PlanSize = (typeof SIZES)[number];

/** A plan for an extended consultation, and how far it has come. */
export interface ConsultationPlan {
  readonly interviews: PlanSize;
  /** When it was made, in milliseconds since the epoch. */
  readonly since: number;
  /** How many interviews have taken place. */
  readonly held: number;
  readonly decision: Decision | null;
  /** When it ended, by a decision or by being stopped; null while it runs. */
  readonly ended: number | null;
}
