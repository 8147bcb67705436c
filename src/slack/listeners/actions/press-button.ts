import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { pressRefusal } from '../../guards/author.ts';
import { type Refusal, refusal } from '../../views/refusal.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { openModal } from './open-modal.ts';
import { actOf, type Pressed, readPress } from './read-press.ts';

type Args = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs;

async function follow(pressed: Pressed, parts: ListenerParts): Promise<Refusal | null> {
  const { channel, thread, by, does, caseId } = pressed;
  const key = { team: parts.identity().install, channel, thread };
  const direct = channel.startsWith('D');
  const [place, kase] = await Promise.all([
    parts.access({ channel, user: by, direct, external: false }),
    parts.intake.load(key),
  ]);
  if (place !== null) return place;
  const no = pressRefusal(kase, caseId, does, by);
  if (no !== null || kase === null) return no;
  const act = actOf(pressed, parts.now());
  await (act === null ? openModal(pressed, kase, parts) : parts.intake.press(key, act));
  return null;
}

/**
 * A button under one of our replies. Person and place are checked anew at every press, and only the
 * author presses the author's buttons; what a button carries is trusted for nothing.
 */
export function onPress(parts: ListenerParts) {
  return async ({ ack, body }: Args): Promise<void> => {
    await ack();
    const pressed = readPress(body, parts.identity().install, parts.view);
    if (pressed === null) return parts.log.warn('slack.press-unreadable');
    const no = await follow(pressed, parts);
    if (no === null) return;
    const { channel, by: user, thread, id } = pressed;
    const { whisper, channels, view } = parts;
    whisper({ channel, user, thread }, `${id}:no`, refusal(no, channels, null, view));
  };
}
