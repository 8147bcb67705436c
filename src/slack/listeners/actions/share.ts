import type { ModalView } from '@slack/types';
import type { CaseThread } from '../../../pipeline/thread/case-thread.ts';
import { errorCode } from '../../error-code.ts';
import { pressRefusal } from '../../guards/author.ts';
import { shareTargets } from '../../share-targets.ts';
import { noteModal } from '../../views/note-modal.ts';
import { refusal } from '../../views/refusal.ts';
import { type ShareTarget, shareModal } from '../../views/share-modal.ts';
import { within } from '../../within.ts';
import type { ListenerParts } from '../listener-parts.ts';
import type { PressRoute } from './press-route.ts';
import { readPress } from './read-press.ts';

/** How long Slack may take to list somebody's channels, so that a modal can still be opened. */
const LIST_MS = 1_500;

/** Where this person may share to; none when Slack does not say in time. */
export async function targetsOf(
  user: string,
  { clientOf, identity, policies, channels, log }: ListenerParts,
): Promise<readonly ShareTarget[]> {
  const { install, team } = identity();
  try {
    const { channels: chosen } = await policies.read(install);
    const asked = shareTargets(await clientOf(install), user, chosen ?? channels, team);
    const listed = await within(asked, LIST_MS);
    return typeof listed === 'symbol' ? [] : listed;
  } catch (error) {
    log.warn('slack.channels-unlisted', { code: errorCode(error) });
    return [];
  }
}

/** The modal for sharing this case, or a sentence on why it cannot be. */
async function modalFor(kase: CaseThread, by: string, parts: ListenerParts): Promise<ModalView> {
  const { view, sharing } = parts;
  const { say } = view;
  const note = (text: string) => noteModal('share.title', text, null, view);
  const { channel, thread, team } = kase.key;
  if (!channel.startsWith('D') || kase.assessment === null) return note(say('share.error.failed'));
  const already = await sharing.of(team, kase.id);
  if (already !== null) return note(say('share.already', { channel: `<#${already.channel}>` }));
  const targets = await targetsOf(by, parts);
  if (targets.length === 0) return note(say('share.no-channel'));
  const copy = await sharing.preview(kase);
  return shareModal(copy, { channel, thread, caseId: kase.id }, targets, view);
}

async function open(body: unknown, parts: ListenerParts): Promise<void> {
  const { view, channels, whisper, access } = parts;
  const team = parts.identity().install;
  const pressed = readPress(body, team, view);
  if (pressed === null || pressed.trigger === null) return parts.log.warn('slack.press-unreadable');
  const { channel, thread, by, caseId, does, id } = pressed;
  const direct = channel.startsWith('D');
  const kase = await parts.intake.load({ team, channel, thread });
  const no =
    (await access({ channel, user: by, direct, external: false })) ??
    pressRefusal(kase, caseId, does, by);
  if (no !== null || kase === null) {
    const why = refusal(no ?? 'case-gone', channels, null, view);
    return whisper({ channel, user: by, thread }, `${id}:no`, why);
  }
  const client = await parts.clientOf(team);
  const shown = await modalFor(kase, by, parts);
  await client.views.open({ trigger_id: pressed.trigger, view: shown });
}

/** 'Share to channel' under a private answer: shows its author what would be posted, and asks where. */
export const share: PressRoute = {
  owns: (actionId) => actionId === 'share',
  rules: { share: 'author' },
  follow: open,
};
