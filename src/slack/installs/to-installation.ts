import type { Installation as Installed } from '@slack/oauth';
import type { Installation } from '../../pipeline/installation.ts';

/**
 * What is kept of an install that Slack has just completed: the bot and its token, nothing of the
 * person who installed it.
 * @throws when Slack gave no bot token
 */
export function toInstallation(
  { bot, team, enterprise, isEnterpriseInstall = false }: Installed<'v2', boolean>,
  now: number,
): Installation {
  const install = isEnterpriseInstall ? enterprise?.id : team?.id;
  if (!install || !bot) throw new Error('Slack gave no bot token for the install.');
  const { token, refreshToken = null, expiresAt, userId, id } = bot;
  return {
    install,
    team: isEnterpriseInstall ? null : install,
    enterprise: enterprise?.id ?? null,
    botUser: userId,
    bot: id || null,
    ...{ token, refreshToken, installedAt: now },
    expiresAt: expiresAt === undefined ? null : expiresAt * 1000,
  };
}
