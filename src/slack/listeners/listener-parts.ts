import type { WebClient } from '@slack/web-api';
import type { Claims } from '../claims.ts';
import type { Greet } from '../greet.ts';
import type { Roles } from '../guards/role.ts';
import type { Ingress, IngressParts } from '../ingress.ts';
import type { Brought, Opening } from '../private-case.ts';
import type { Services } from '../services.ts';
import type { SlackLog } from '../slack-log.ts';
import type { ThreadHistory } from '../thread-history.ts';

/** What every listener is built from. */
export interface ListenerParts extends IngressParts, Services {
  readonly receive: Ingress;
  readonly history: ThreadHistory;
  /** Opens a case in the direct conversation, for its writer alone. */
  readonly privately: (brought: Brought) => Promise<Opening>;
  readonly greet: Greet;
  readonly claims: Claims;
  /** The Web API client of an install. */
  readonly clientOf: (team: string) => Promise<WebClient>;
  /** What somebody is at this moment, looked up anew. */
  readonly roles: Roles;
  readonly log: SlackLog;
  readonly now: () => number;
}
