/** Where Slack's side writes to: codes, ids and counts, never text and never an error object. */
export interface SlackLog {
  info(event: string, fields?: SlackLogFields): void;
  warn(event: string, fields?: SlackLogFields): void;
  error(event: string, fields?: SlackLogFields): void;
}

interface SlackLogFields {
  readonly turn?: string;
  readonly channel?: string;
  readonly code?: string;
  readonly kind?: string;
  readonly count?: number;
  readonly ms?: number;
}
