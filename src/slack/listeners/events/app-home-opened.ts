import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { HomeOpened } from '../../payload.ts';
import { suggestedPrompts } from '../../views/prompts.ts';
import { publishHome } from '../home/publish-home.ts';
import type { ListenerParts } from '../listener-parts.ts';

type Args = SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs;

/** Offers the prompts in the direct conversation; an extra that may fail unseen. */
function offerPrompts(channel: string, { background, clientOf, identity, view }: ListenerParts) {
  background.run('slack.prompts-not-offered', async () => {
    const client = await clientOf(identity().install);
    await client.assistant.threads.setSuggestedPrompts({
      channel_id: channel,
      title: view.say('prompts.title'),
      prompts: suggestedPrompts(view),
    });
  });
}

/** Somebody opened a tab of ours: in the direct conversation prompts are offered, and they are welcomed. */
export function onHomeOpened(parts: ListenerParts) {
  return async ({ event }: Args): Promise<void> => {
    const read = HomeOpened.safeParse(event);
    if (!read.success) return parts.log.warn('slack.event-unreadable', { kind: 'app_home_opened' });
    const { user, channel, tab } = read.data;
    if (tab === 'home') return publishHome(user, parts);
    const no = await parts.access({ channel: '', user, direct: true, external: false });
    if (no !== null) return;
    if (tab !== 'messages' || !channel) return;
    offerPrompts(channel, parts);
    parts.greet(user);
  };
}
