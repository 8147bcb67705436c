import { pressRefusal } from '../../guards/author.ts';
import { Press } from '../../payload.ts';
import { pressId } from '../../turn-id.ts';
import { section } from '../../views/blocks.ts';
import { refusal } from '../../views/refusal.ts';
import { STOP_REHEARSAL } from '../../views/rehearsal/practice-reply.ts';
import { REHEARSE } from '../../views/rehearsal/rehearse-button.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { type PressRoute, pressedId } from './press-route.ts';

/** A press of a button of rehearsal, read. */
interface RehearsalPress {
  readonly id: string;
  readonly by: string;
  readonly channel: string;
  readonly thread: string;
  readonly value: string;
}

function readPress(body: unknown, team: string): RehearsalPress | null {
  const read = Press.safeParse(body);
  const action = read.success ? read.data.actions[0] : undefined;
  if (!read.success || !action) return null;
  const { channel, message, user, trigger_id: trigger } = read.data;
  const thread = message.thread_ts ?? message.ts;
  const at = action.action_ts ?? trigger ?? '';
  return {
    id: pressId({ team, channel: channel.id, thread }, action.action_id, user.id, at),
    ...{ by: user.id, channel: channel.id, thread, value: action.value ?? '' },
  };
}

/** Tells the presser alone, where they pressed. */
function tell(
  { channel, thread, by: user, id }: RehearsalPress,
  text: string,
  parts: ListenerParts,
) {
  parts.whisper({ channel, thread, user }, `${id}:rehearsal`, {
    text: parts.view.say('rehearsal.notify'),
    blocks: [section('rehearsal', text)],
  });
}

async function linkTo(
  key: { channel: string; thread: string },
  team: string,
  parts: ListenerParts,
) {
  const client = await parts.clientOf(team);
  const { permalink } = await client.chat.getPermalink({
    ...{ channel: key.channel, message_ts: key.thread },
  });
  return permalink;
}

/** Says where the rehearsal stands, with a link when Slack gives one. */
async function opened(
  pressed: RehearsalPress,
  key: { channel: string; thread: string },
  parts: ListenerParts,
) {
  const { say } = parts.view;
  const link = await linkTo(key, parts.identity().install, parts).catch(() => undefined);
  const text =
    link && /^https?:\/\/[^\s<>|]{1,500}$/.test(link)
      ? say('rehearsal.opened', { link: `<${link}|${say('rehearsal.opened.link')}>` })
      : say('rehearsal.opened.no-link');
  tell(pressed, text, parts);
}

async function begin(pressed: RehearsalPress, parts: ListenerParts): Promise<void> {
  const { channel, thread, by, value, id } = pressed;
  const key = { team: parts.identity().install, channel, thread };
  const direct = channel.startsWith('D');
  const [place, kase] = await Promise.all([
    parts.access({ channel, user: by, direct, external: false }),
    parts.intake.load(key),
  ]);
  const no = place ?? pressRefusal(kase, value, 'another', by);
  if (no !== null || kase === null) {
    const { whisper, channels, view } = parts;
    const note = refusal(no ?? 'case-gone', channels, null, view);
    return whisper({ channel, user: by, thread }, `${id}:no`, note);
  }
  const { say } = parts.view;
  try {
    const begun = await parts.rehearsals.begin(kase, by, id);
    if (begun.kind === 'opened') await opened(pressed, begun.key, parts);
    else if (begun.kind !== 'again') tell(pressed, say(`rehearsal.not.${begun.kind}`), parts);
  } catch (error) {
    tell(pressed, say('rehearsal.not.failed'), parts);
    throw error;
  }
}

async function follow(body: unknown, parts: ListenerParts): Promise<void> {
  const team = parts.identity().install;
  const pressed = readPress(body, team);
  if (pressed === null) return parts.log.warn('slack.press-unreadable');
  if (pressedId(body) === REHEARSE) return begin(pressed, parts);
  const { channel, thread, by, id } = pressed;
  const no = await parts.access({ channel, user: by, direct: true, external: false });
  if (no === null) await parts.rehearsals.stop({ team, channel, thread }, by, id);
}

/** The buttons of rehearsal: 'Rehearse' under a case opens one for its author, 'Stop' ends it. */
export const rehearse: PressRoute = {
  owns: (actionId) => actionId === REHEARSE || actionId === STOP_REHEARSAL,
  rules: { [REHEARSE]: 'author', [STOP_REHEARSAL]: 'member' },
  follow,
};
