import type { App } from '@slack/bolt';
import { errorCode, platformError } from '../error-code.ts';
import { ListenerFailure } from '../listener-failure.ts';
import type { SlackLog } from '../slack-log.ts';
import { installOf } from './install-of.ts';
import { UnknownInstall } from './unknown-install.ts';
import type { Workspace } from './workspace.ts';
import type { Workspaces } from './workspaces.ts';

type ReceiverEvent = Parameters<App['processEvent']>[0];

/** Events that end an install; Slack sends them without saying whether it was org-wide. */
const ENDS = new Set(['app_uninstalled', 'tokens_revoked']);

const typeOf = ({ body }: ReceiverEvent): string => String(body.event?.type ?? '');

const enterpriseOf = ({ body }: ReceiverEvent): string =>
  typeof body.enterprise_id === 'string' ? body.enterprise_id : '';

/**
 * The org-wide install that an event may have ended, when no workspace of its own is known: only if
 * Slack really takes its token no more.
 */
async function endedWide(workspaces: Workspaces, event: ReceiverEvent): Promise<Workspace> {
  const install = enterpriseOf(event);
  if (!ENDS.has(typeOf(event)) || install === '') throw new UnknownInstall();
  const workspace = await workspaces.of({ install, team: null });
  const lives = await workspace.checker.auth.test().catch((error: unknown) => {
    if (platformError(error) === null) throw error;
    return null;
  });
  if (lives !== null) throw new UnknownInstall();
  return workspace;
}

/** The workspace of a payload. @throws UnknownInstall, or what kept it from being read */
async function workspaceOf(workspaces: Workspaces, event: ReceiverEvent): Promise<Workspace> {
  try {
    return await workspaces.of(installOf(event.body));
  } catch (error) {
    if (error instanceof UnknownInstall) return endedWide(workspaces, event);
    throw error;
  }
}

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
    let workspace: Workspace;
    try {
      workspace = await workspaceOf(workspaces, event);
    } catch (error) {
      const code = errorCode(error);
      log.warn('slack.install-unread', { code });
      if (!(error instanceof UnknownInstall)) throw new ListenerFailure(code);
      return event.ack();
    }
    await boltOf(workspace).processEvent(event);
    if (ENDS.has(typeOf(event))) workspaces.drop(workspace.identity().install);
  };
}
