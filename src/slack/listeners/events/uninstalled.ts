import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { RevokedEvent } from '../../payload.ts';
import type { ListenerParts } from '../listener-parts.ts';

async function purge({ intake, identity, log }: ListenerParts): Promise<void> {
  const count = await intake.purge(identity().install);
  log.warn('slack.purged', { count });
}

/** The app was taken out of the workspace: everything that is kept of it goes. */
export function onUninstalled(parts: ListenerParts) {
  return async (
    _: SlackEventMiddlewareArgs<'app_uninstalled'> & AllMiddlewareArgs,
  ): Promise<void> => purge(parts);
}

/** The bot's token was revoked, which ends the installation as well; tokens of users are none of ours. */
export function onTokensRevoked(parts: ListenerParts) {
  return async ({
    event,
  }: SlackEventMiddlewareArgs<'tokens_revoked'> & AllMiddlewareArgs): Promise<void> => {
    const read = RevokedEvent.safeParse(event);
    if (!read.success) return parts.log.warn('slack.event-unreadable', { kind: 'tokens_revoked' });
    if ((read.data.tokens.bot ?? []).length > 0) await purge(parts);
  };
}
