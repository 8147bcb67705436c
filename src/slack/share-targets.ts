import type { WebClient } from '@slack/web-api';
import { type ChannelFacts, channelRefusal } from './guards/channel.ts';
import type { ShareTarget } from './views/share-modal.ts';

const PAGE = 200;
const MOST_PAGES = 5;

/** Channels of a person, as Slack lists them to us. */
async function channelsOf(client: WebClient, user: string): Promise<ChannelFacts[]> {
  const found: ChannelFacts[] = [];
  let cursor = '';
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { channels = [], response_metadata: next } = await client.users.conversations({
      ...{ user, types: 'public_channel,private_channel', exclude_archived: true, limit: PAGE },
      ...(cursor === '' ? {} : { cursor }),
    });
    found.push(...(channels as ChannelFacts[]));
    cursor = next?.next_cursor ?? '';
    if (cursor === '') break;
  }
  return found;
}

/**
 * Channels in which cases are allowed and that the person is in, by Slack's own account at this moment.
 *
 * @param allowed channel ids or names
 * @throws what the Web API throws
 */
export async function shareTargets(
  client: WebClient,
  user: string,
  allowed: readonly string[],
  team: string,
): Promise<ShareTarget[]> {
  if (allowed.length === 0) return [];
  const channels = await channelsOf(client, user);
  return channels.flatMap((facts) => {
    const { id, name } = facts;
    if (!id || channelRefusal(id, facts, allowed, team) !== null) return [];
    return [{ id, name: name ?? id }];
  });
}
