import type { App } from '@slack/bolt';
import { errorCode } from '../error-code.ts';
import { ListenerFailure } from '../listener-failure.ts';
import type { SlackLog } from '../slack-log.ts';
import { installOf } from './install-of.ts';
import { UnknownInstall } from './unknown-install.ts';
import type { Workspace } from './workspace.ts';
import type { Workspaces } from './workspaces.ts';

type ReceiverEvent = Parameters<App['processEvent']>[0];

/** Events that end an install. */
const ENDS = new Set(['app_uninstalled', 'tokens_revoked']);

const typeOf = ({ body }: ReceiverEvent): string => String(body.event?.type ?? '');

/**
 * Hands each payload to the app of the workspace it belongs to. One of a workspace where nobody
 * installed the app is acknowledged and dropped; Slack would only send it again.
 */
export function createPayloadRoute(
  workspaces: Workspaces,
  boltOf: (workspace: Workspace) => App,
  log: SlackLog,
): (event: ReceiverEvent) => Promise<void> {
  return async (event) => {
    const place = installOf(event.body);
    let workspace: Workspace;
    try {
      workspace = await workspaces.of(place);
    } catch (error) {
      const code = errorCode(error);
      log.warn('slack.install-unread', { code });
      if (!(error instanceof UnknownInstall)) throw new ListenerFailure(code);
      return event.ack();
    }
    await boltOf(workspace).processEvent(event);
    if (place !== null && ENDS.has(typeOf(event))) workspaces.drop(place.install);
  };
}
