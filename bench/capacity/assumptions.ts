/** What people do in a week. Nobody has measured it yet: guesses on the high side, to be replaced by figures. */
export const PEOPLE = {
  /** Cases a clinician brings in a week, and messages in each. */
  casesAWeek: 2,
  messagesInCase: 3,
  /** Taps and buttons for each message. */
  pressesForMessage: 1.5,
  /** Clinicians in one workspace, and those who share one consultation channel. */
  inWorkspace: 50,
  inChannel: 12,
} as const;

/** When they do it: hours of a working day by share, five days; most of it in the ten minutes before the hour. */
export const DAY = {
  hours: {
    8: 0.08,
    9: 0.1,
    10: 0.11,
    11: 0.1,
    12: 0.14,
    13: 0.1,
    14: 0.09,
    15: 0.09,
    16: 0.09,
    17: 0.1,
  },
  /** Share of an hour's messages that fall between sessions, in its last ten minutes. */
  betweenSessions: 0.6,
  /** A busy morning: one hour of the week has this many times its usual load. */
  burst: 4,
} as const;

/** What one process takes, in milliseconds of one CPU, from `npm run bench` on two cores; see ARCHITECTURE.md. */
export interface Costs {
  /** Receiving one message: verify, screen, de-identify, store, enqueue, acknowledge. */
  readonly ingressMs: number;
  /** Receiving a press. */
  readonly pressMs: number;
  /** Working off one turn, delivery included. */
  readonly turnMs: number;
  /** What a call of Slack's takes, in which the CPU is free. */
  readonly slackMs: number;
}

/** Slack lets an app post about once a second in one channel, with small bursts. */
export const SLACK = { postsASecond: 1, burst: 3 } as const;

/** What is kept and asked, from the bench and the prompts. */
export const KEPT = {
  /** Bytes of one case in Redis, with its index entries, and days it is kept. */
  caseBytes: 14_000,
  days: 30,
  /** Redis commands for one message, and for one press, from door to answer. */
  opsForMessage: 60,
  opsForPress: 40,
} as const;

/** One message with a model: tokens in (most of them the same prefix, cached) and out, and what they cost. */
export const MODEL = {
  prefixTokens: 10_200,
  ownTokens: 1_100,
  answerTokens: 900,
  /** Dollars for a million tokens: read, read from the cache, written. A mid-size hosted model. */
  dollars: { read: 0.4, cached: 0.1, written: 1.6 },
} as const;
