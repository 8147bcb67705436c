import type { ModalView } from '@slack/types';
import type { ThreadKey } from '../../../pipeline/message.ts';
import { pressId } from '../../turn-id.ts';
import { asReadModal } from '../../views/as-read-modal.ts';
import { section } from '../../views/blocks.ts';
import { correctionModal } from '../../views/correction-modal.ts';
import { editModal } from '../../views/edit-modal.ts';
import { type Refusal, refusal } from '../../views/refusal.ts';
import type { ListenerParts } from '../listener-parts.ts';
import type { OwnPressed } from './read-own-press.ts';

/** A press with the thread it is about. */
interface Own extends OwnPressed {
  readonly key: ThreadKey;
}

/** Opens a modal, or lays it on the one that is open. */
async function show(own: Own, view: ModalView, { clientOf, log }: ListenerParts): Promise<null> {
  const { trigger, inModal, does } = own;
  const client = await clientOf(own.key.team);
  if (trigger === null) log.warn('slack.nothing-to-open', { kind: does });
  else if (inModal) await client.views.push({ trigger_id: trigger, view });
  else await client.views.open({ trigger_id: trigger, view });
  return null;
}

/** Says privately that it is done. */
function confirm(
  { channel, thread, by: user, turn, does }: Own,
  text: string,
  { whisper }: ListenerParts,
): null {
  const note = { text, blocks: [section('done', text)] };
  whisper({ channel, thread, user }, `${turn}:${does}`, note);
  return null;
}

async function send(own: Own, parts: ListenerParts): Promise<Refusal | null> {
  const { key, by, turn } = own;
  if (turn === null) return 'not-waiting';
  const id = pressId(key, 'send', by, turn);
  const sent = await parts.intake.own.send(key, turn, { id, by, at: own.at ?? parts.now() });
  return sent ? confirm(own, parts.view.say('slack.preview.sent'), parts) : 'not-waiting';
}

async function cancel(own: Own, parts: ListenerParts): Promise<Refusal | null> {
  const { key, by, turn } = own;
  if (turn === null || !(await parts.intake.own.cancel(key, turn, by))) return 'not-waiting';
  return confirm(own, parts.view.say('slack.preview.cancelled'), parts);
}

async function edit(own: Own, parts: ListenerParts): Promise<Refusal | null> {
  const { key, by } = own;
  const written = await parts.intake.own.written(key, by);
  const held = written.find(({ turn, held: waits }) => waits && turn === own.turn);
  return held ? show(own, editModal(key, held, parts.view), parts) : 'not-waiting';
}

async function read(own: Own, parts: ListenerParts): Promise<Refusal | null> {
  const written = await parts.intake.own.written(own.key, own.by);
  if (written.length === 0) return 'nothing-yours';
  const { view } = parts;
  if (own.does === 'missed' || own.does === 'not-identifier') {
    return show(own, correctionModal(own.does, own.key, view), parts);
  }
  return show(own, asReadModal(own.key, written, view), parts);
}

const FOLLOW = { 'send-text': send, 'cancel-text': cancel, 'edit-text': edit } as const;

/**
 * Follows a press about one's own message. Person and place are checked anew, and only what this
 * person wrote in that thread is shown, sent, changed or taken back.
 */
export async function followOwn(pressed: OwnPressed, parts: ListenerParts): Promise<void> {
  const { channel, thread, by: user, does, turn, at } = pressed;
  const own = { ...pressed, key: { team: parts.identity().install, channel, thread } };
  const direct = channel.startsWith('D');
  const no =
    (await parts.access({ channel, user, direct, external: false })) ??
    (await (does in FOLLOW ? FOLLOW[does as keyof typeof FOLLOW] : read)(own, parts));
  if (no === null) return;
  const { whisper, channels, view } = parts;
  const once = `${channel}:${thread}:${user}:${does}:${turn}:${at}:no`;
  whisper({ channel, user, thread }, once, refusal(no, channels, null, view));
}
