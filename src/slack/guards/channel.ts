import type { Refusal } from '../views/refusal.ts';

/** What `conversations.info` says about a channel; a flag that Slack does not send is not set. */
export interface ChannelFacts {
  readonly id?: string;
  readonly name?: string;
  /** False while the bot itself was not invited. */
  readonly is_member?: boolean;
  readonly is_shared?: boolean;
  readonly is_ext_shared?: boolean;
  readonly is_pending_ext_shared?: boolean;
  readonly is_org_shared?: boolean;
  readonly shared_team_ids?: readonly string[];
  readonly pending_connected_team_ids?: readonly string[];
}

/** True when another organisation or workspace can read the channel, or is about to. */
function isShared(facts: ChannelFacts, team: string): boolean {
  const flagged =
    facts.is_shared || facts.is_ext_shared || facts.is_pending_ext_shared || facts.is_org_shared;
  const others = (facts.shared_team_ids ?? []).some((id) => id !== team);
  return Boolean(flagged) || others || (facts.pending_connected_team_ids ?? []).length > 0;
}

const bare = (name: string) => name.replace(/^#/, '').toLowerCase();

/**
 * Why a case may not be brought in this channel, or null when it may.
 *
 * @param facts null when Slack did not answer: refused
 * @param allowed channel ids or names; empty allows direct messages only
 */
export function channelRefusal(
  channel: string,
  facts: ChannelFacts | null,
  allowed: readonly string[],
  team: string,
): Refusal | null {
  if (allowed.length === 0) return 'only-direct';
  if (facts === null) return 'channel-unchecked';
  const names = [channel.toLowerCase(), ...(facts.name ? [bare(facts.name)] : [])];
  if (!allowed.some((entry) => names.includes(bare(entry)))) return 'channel-not-allowed';
  return isShared(facts, team) ? 'channel-shared' : null;
}
