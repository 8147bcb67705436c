import type { WebClient } from '@slack/web-api';
import type { Roles } from '../guards/role.ts';
import type { Ingress, IngressParts } from '../ingress.ts';
import type { Services } from '../services.ts';
import type { SlackLog } from '../slack-log.ts';
import type { ThreadHistory } from '../thread-history.ts';

/** What every listener is built from. */
export interface ListenerParts extends IngressParts, Services {
  readonly receive: Ingress;
  readonly history: ThreadHistory;
  /** The Web API client of an install. */
  readonly clientOf: (team: string) => Promise<WebClient>;
  /** What somebody is at this moment, looked up anew. */
  readonly roles: Roles;
  readonly log: SlackLog;
  readonly now: () => number;
}
