import type { FetchFunction } from '@slack/web-api';
import type { CaseStore } from '../pipeline/ports.ts';
import type { RateLimits } from './guards/rate.ts';
import type { OAuthOptions } from './installs/oauth-options.ts';
import type { Follow } from './receivers/watched.ts';
import type { SlackLog } from './slack-log.ts';
import type { Transport } from './transport.ts';
import type { Duty, ViewParts } from './views/view-parts.ts';

/** What Slack's side is built from. */
export interface SlackOptions {
  /** Bot token of the one workspace; never logged. Empty when the app is installed through `oauth`. */
  readonly token: string;
  /** Left out, there is one workspace: that of the token. */
  readonly oauth?: OAuthOptions;
  readonly transport: Transport;
  /** Base URL of the Web API with a slash at its end; Slack's own by default. */
  readonly apiUrl?: string;
  /** Ids or names of the channels where cases may be brought; empty allows direct messages only. */
  readonly channels: readonly string[];
  /** Names of the practice, its people and places: removed wherever they stand. */
  readonly practice?: readonly string[];
  /** What keeps a message from being posted twice. */
  readonly claims: Pick<CaseStore, 'claim' | 'release'>;
  readonly view: ViewParts;
  /** Contacts and people on call of an install, as last known; never waits. */
  readonly dutyOf?: (team: string) => Duty;
  readonly log: SlackLog;
  readonly fetch?: FetchFunction;
  /** What one person and one workspace may send in a minute. */
  readonly limits?: RateLimits;
  /** Time limit of one call in ms; ten seconds unless told. */
  readonly callMs?: number;
  /** Runs the work on one payload, so that it can be followed. */
  readonly follow?: Follow;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}
