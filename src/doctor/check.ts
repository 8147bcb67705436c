import type { Config } from '../config.ts';
import type { SlackProbe } from '../slack/probe.ts';
import type { Finding, Report } from './finding.ts';

/** What every check is given. */
export interface Patient {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Null when the settings cannot be used: only checks that need none of them run then. */
  readonly config: Config | null;
  /** Where state is, which may be known when other settings cannot be used. */
  readonly state: Config['state'] | null;
  /** Null when neither a bot token nor usable settings are there. */
  readonly slack: SlackProbe | null;
  /** Public address of the bot's endpoint, when it was given. */
  readonly url: string | null;
  readonly report: Report;
}

/** One look at a set-up: what is well, what is not. Never throws for anything a set-up can hold. */
export type Check = (patient: Patient) => Promise<readonly Finding[]>;
