import type { HomeView } from '@slack/types';
import { denial } from '../../../pipeline/review/may.ts';
import { errorCode } from '../../error-code.ts';
import { roleRefusalOf } from '../../guards/role-refusal.ts';
import type { QueueFilter } from '../../views/home/home-ids.ts';
import { homeView, plainHome } from '../../views/home/home-view.ts';
import { refusalWords } from '../../views/refusal.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { gatherHome } from './gather-home.ts';

async function viewFor(user: string, filter: QueueFilter, parts: ListenerParts): Promise<HomeView> {
  const { view, log, roles, channels } = parts;
  const team = parts.identity().install;
  try {
    const standing = await roles(team, user);
    const no = denial('member', standing, 'none');
    if (no !== null) return plainHome(refusalWords(roleRefusalOf(no), channels, view));
    if (standing.kind !== 'member') return plainHome(view.say('home.failed'));
    return homeView(await gatherHome({ team, user, filter }, standing, parts), view);
  } catch (error) {
    log.warn('home.not-gathered', { code: errorCode(error) });
    return plainHome(view.say('home.failed'));
  }
}

/**
 * Draws a person's Home tab anew, in the background: what they are is looked up at this moment, and
 * what cannot be put together is said in one plain sentence.
 */
export function publishHome(
  user: string,
  parts: ListenerParts,
  filter: QueueFilter = 'waiting',
): void {
  parts.background.run('home.not-published', async () => {
    const view = await viewFor(user, filter, parts);
    const client = await parts.clientOf(parts.identity().install);
    await client.views.publish({ user_id: user, view });
  });
}
