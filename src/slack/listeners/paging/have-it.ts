import { ReviewPress } from '../../payload.ts';
import { section } from '../../views/blocks.ts';
import { HAVE_IT } from '../../views/page-message.ts';
import { readPlaceValue } from '../../views/place-value.ts';
import { refusal } from '../../views/refusal.ts';
import type { PressRoute } from '../actions/press-route.ts';
import type { ListenerParts } from '../listener-parts.ts';

/** Somebody on call says that they have it; the role was looked up before. */
async function haveIt(body: unknown, parts: ListenerParts): Promise<void> {
  const read = ReviewPress.safeParse(body);
  const [action] = read.success ? read.data.actions : [];
  const place = readPlaceValue(action?.value ?? '');
  if (!read.success || place === null) return parts.log.warn('slack.press-unreadable');
  const { user, channel } = read.data;
  const key = { team: parts.identity().install, channel: place.channel, thread: place.thread };
  const done = await parts.paging.acknowledge(key, user.id);
  if (!channel) return;
  const { whisper, channels, view, now } = parts;
  const said = done?.kind === 'before' ? 'paging.before' : 'paging.thanks';
  const text = view.say(said, { who: `<@${done?.who ?? ''}>` });
  const note = { text, blocks: [section('page-told', text)] };
  const to = { channel: channel.id, user: user.id, thread: null };
  const once = `${place.channel}:${place.thread}:${user.id}:have:${now()}`;
  whisper(to, once, done === null ? refusal('nothing-paged', channels, null, view) : note);
}

/** The button under a page. */
export const followPage: PressRoute = {
  owns: (actionId) => actionId === HAVE_IT,
  rules: { [HAVE_IT]: 'on-call' },
  follow: haveIt,
};
