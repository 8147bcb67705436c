import type { RecentPolicy } from '../../pipeline/settings/recent-policy.ts';
import type { Identity } from '../identity.ts';

/** What the owner of a workspace has decided about messages, as it holds at this moment. */
export interface LiveRules {
  /** Channels where cases may be brought, by id or name; its contents change when they are read anew. */
  readonly channels: readonly string[];
  readonly paused: () => boolean;
  /** Reads it again when it is older than half a minute; resolves to the channels. */
  readonly refresh: () => Promise<readonly string[]>;
}

/** The rules of one workspace; `configured` are the installer's channels, until the owner chooses. */
export function createLiveRules(
  recentPolicy: RecentPolicy,
  configured: readonly string[],
  identity: () => Identity,
): LiveRules {
  const channels = [...configured];
  let paused = false;
  return {
    channels,
    paused: () => paused,
    refresh: async () => {
      const policy = await recentPolicy(identity().install);
      channels.splice(0, channels.length, ...(policy.channels ?? configured));
      paused = policy.paused;
      return channels;
    },
  };
}
