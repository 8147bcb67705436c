import type { WebClient } from '@slack/web-api';

/** Who we are in the workspace the token belongs to. */
export interface Identity {
  /** Enterprise id of an org-wide install, else team id: what every key is scoped by. */
  readonly install: string;
  readonly team: string;
  readonly enterprise: string | null;
  readonly botUser: string;
  readonly bot: string | null;
}

/**
 * Asks Slack who the token belongs to.
 * @throws when Slack refuses the token or cannot be reached
 */
export async function readIdentity(client: WebClient): Promise<Identity> {
  const answer = await client.auth.test();
  const { team_id: team, user_id: botUser, enterprise_id: enterprise } = answer;
  if (!team || !botUser) throw new Error('Slack did not say who the bot token belongs to.');
  return {
    install: answer.is_enterprise_install && enterprise ? enterprise : team,
    team,
    enterprise: enterprise ?? null,
    botUser,
    bot: answer.bot_id ?? null,
  };
}
