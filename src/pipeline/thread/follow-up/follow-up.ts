/** What can be said to 'When do you see them next?'. */
export const NEXT_SESSIONS = ['tomorrow', 'days', 'week', 'fortnight', 'none'] as const;
export type NextSession = (typeof NEXT_SESSIONS)[number];

/** Whether, when and what was asked about how it went. */
export interface FollowUp {
  /** Whether person and workspace want such questions, as of the last turn. */
  readonly allowed: boolean;
  /** True when the author does not want them in this case. */
  readonly off: boolean;
  /** The answer to 'When do you see them next?', or null while there is none. */
  readonly next: NextSession | null;
  /** When to ask, in milliseconds since the epoch; null when nothing is planned. */
  readonly due: number | null;
  /**
   * The question that was asked last: its id, when, behind which turn, and the id of the try that
   * answered it, or null.
   */
  readonly asked: {
    readonly id: string;
    readonly at: number;
    readonly after: string;
    readonly answer: string | null;
  } | null;
}

/** Nothing planned, nothing asked. */
export const NO_FOLLOW_UP: FollowUp = {
  ...{ allowed: false, off: false, next: null, due: null, asked: null },
};
