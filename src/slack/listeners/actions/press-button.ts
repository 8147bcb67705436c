import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { CaseThread } from '../../../pipeline/thread/case-thread.ts';
import { pressRefusal } from '../../guards/author.ts';
import { section } from '../../views/blocks.ts';
import { feedbackModal } from '../../views/feedback-modal.ts';
import { type Refusal, refusal } from '../../views/refusal.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { followOwn } from './follow-own.ts';
import { openModal } from './open-modal.ts';
import { pressedId } from './press-route.ts';
import { PRESS_ROUTES } from './press-routes.ts';
import { readOwnPress } from './read-own-press.ts';
import { actOf, type Pressed, readPress } from './read-press.ts';

type Args = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs;

/** Tries again what was given up; there may be no case of it yet. */
async function tryAgain(pressed: Pressed, parts: ListenerParts): Promise<Refusal | null> {
  const { channel, thread, by: user, id } = pressed;
  const retried = await parts.intake.retry(
    { team: parts.identity().install, channel, thread },
    user,
  );
  if (retried === 'not-author') return 'not-author';
  if (retried === 'nothing-waits') return 'case-gone';
  const text = parts.view.say('slack.trying-again');
  const note = { text, blocks: [section('trying', text)] };
  parts.whisper({ channel, user, thread }, `${id}:trying`, note);
  return null;
}

/** After what was said about a reply: asks what was off, or says thank you where it was pressed. */
async function askOrThank(
  { does, trigger, channel, thread, by: user, id }: Pressed,
  { id: caseId, key }: CaseThread,
  { clientOf, view, whisper }: ListenerParts,
): Promise<void> {
  if (does === 'not-helpful' && trigger !== null) {
    const client = await clientOf(key.team);
    await client.views.open({ trigger_id: trigger, view: feedbackModal(key, caseId, view) });
  }
  if (does !== 'helpful') return;
  const text = view.say('done.helpful');
  whisper({ channel, user, thread }, `${id}:thanks`, { text, blocks: [section('thanks', text)] });
}

/** Says privately that nothing is asked in this case any more; the question itself stays as it is. */
function confirmOff({ channel, thread, by: user, id }: Pressed, parts: ListenerParts): void {
  const text = parts.view.say('follow-up.off');
  const note = { text, blocks: [section('off', text)] };
  parts.whisper({ channel, user, thread }, `${id}:off`, note);
}

async function follow(pressed: Pressed, parts: ListenerParts): Promise<Refusal | null> {
  const { channel, thread, by, does, caseId } = pressed;
  const key = { team: parts.identity().install, channel, thread };
  const direct = channel.startsWith('D');
  const [place, kase] = await Promise.all([
    parts.access({ channel, user: by, direct, external: false }),
    parts.intake.load(key),
  ]);
  if (place !== null) return place;
  if (does === 'try-again') return tryAgain(pressed, parts);
  const no = pressRefusal(kase, caseId, does, by);
  if (no !== null || kase === null) return no;
  const act = actOf(pressed, parts.now());
  if (act === null) await openModal(pressed, kase, parts);
  else {
    await parts.followUps.prepare(kase, act);
    await parts.intake.press(key, act);
    if (does === 'no-follow-ups') confirmOff(pressed, parts);
    await askOrThank(pressed, kase, parts);
  }
  return null;
}

/**
 * A button under one of our replies. Person and place are checked anew at every press, and only the
 * author presses the author's buttons; what a button carries is trusted for nothing.
 */
export function onPress(parts: ListenerParts) {
  return async ({ ack, body }: Args): Promise<void> => {
    await ack();
    const route = PRESS_ROUTES.find(({ owns }) => owns(pressedId(body)));
    if (route !== undefined) return route.follow(body, parts);
    const own = readOwnPress(body);
    if (own !== null) return followOwn(own, parts);
    const pressed = readPress(body, parts.identity().install, parts.view);
    if (pressed === null) return parts.log.warn('slack.press-unreadable');
    const no = await follow(pressed, parts);
    if (no === null) return;
    const { channel, by: user, thread, id } = pressed;
    const { whisper, channels, view } = parts;
    whisper({ channel, user, thread }, `${id}:no`, refusal(no, channels, null, view));
  };
}
