import type { WebClient } from '@slack/web-api';
import type { Ingress, IngressParts } from '../ingress.ts';
import type { SlackLog } from '../slack-log.ts';
import type { ThreadHistory } from '../thread-history.ts';

/** What every listener is built from. */
export interface ListenerParts extends IngressParts {
  readonly receive: Ingress;
  readonly history: ThreadHistory;
  readonly client: WebClient;
  readonly log: SlackLog;
  readonly now: () => number;
}
