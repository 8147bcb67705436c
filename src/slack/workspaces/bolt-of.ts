import { App, AuthorizationError, type Logger, type Receiver } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import { errorCode } from '../error-code.ts';
import { ListenerFailure } from '../listener-failure.ts';
import type { SlackLog } from '../slack-log.ts';
import type { Workspace } from './workspace.ts';

/** Payloads are handed over; nothing is received here. */
const HANDED: Receiver = {
  init: () => undefined,
  start: async () => undefined,
  stop: async () => undefined,
};

/** A Bolt app: a failing listener fails the payload, so that Slack sends it again. */
function createBolt(
  { identity, client }: Workspace,
  clientOptions: WebClientOptions & { readonly logger: Logger },
  log: SlackLog,
): App {
  const { botUser, bot, team } = identity();
  const ids = { botUserId: botUser, teamId: team, ...(bot === null ? {} : { botId: bot }) };
  const app = new App({
    ...{ receiver: HANDED, clientOptions, logger: clientOptions.logger },
    ...{ convoStore: false, developerMode: false },
    authorize: async () => ids,
  });
  app.client = client;
  app.error(async (error) => {
    const code = errorCode(error.original ?? error);
    log.error('slack.listener-failed', { code });
    if (!(error instanceof AuthorizationError)) throw new ListenerFailure(code);
  });
  return app;
}

/**
 * The Bolt app of each workspace, made when it is first needed: every listener belongs to one
 * workspace and holds nothing of another. Without a token of its own Bolt uses the workspace's client.
 */
export function createBoltOf(
  clientOptions: WebClientOptions & { readonly logger: Logger },
  log: SlackLog,
  register: (app: App, workspace: Workspace) => void,
): (workspace: Workspace) => App {
  const made = new WeakMap<Workspace, App>();
  return (workspace) => {
    const known = made.get(workspace);
    if (known !== undefined) return known;
    const app = createBolt(workspace, clientOptions, log);
    register(app, workspace);
    made.set(workspace, app);
    return app;
  };
}
