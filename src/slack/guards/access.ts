import type { Directory } from '../directory.ts';
import type { Identity } from '../identity.ts';
import type { Refusal } from '../views/refusal.ts';
import { channelRefusal } from './channel.ts';
import { userRefusal } from './user.ts';

/** Who asks, where. */
export interface Asker {
  readonly channel: string;
  readonly user: string;
  readonly direct: boolean;
  /** True when Slack's own payload says that somebody outside is involved. */
  readonly external: boolean;
}

const outside = ({ external, direct }: Asker): Refusal | null => {
  if (!external) return null;
  return direct ? 'user-external' : 'channel-shared';
};

/**
 * Checks person and place together; every check that stays unanswered refuses.
 *
 * @param hasRoom whether one more of this person is taken in now
 * @param allowedNow the channels where cases may be brought at this moment, by id or name
 */
export function createAccess(
  directory: Directory,
  allowedNow: () => Promise<readonly string[]>,
  identity: () => Identity,
  hasRoom: (user: string) => boolean = () => true,
) {
  return async (asker: Asker): Promise<Refusal | null> => {
    const we = identity();
    const allowed = await allowedNow();
    const asksChannel = !asker.direct && allowed.length > 0;
    const [user, channel] = await Promise.all([
      directory.user(asker.user),
      asksChannel ? directory.channel(asker.channel) : null,
    ]);
    const place = asker.direct ? null : channelRefusal(asker.channel, channel, allowed, we.team);
    const no = outside(asker) ?? place ?? userRefusal(user, we);
    return no === null && !hasRoom(asker.user) ? 'too-many' : no;
  };
}
