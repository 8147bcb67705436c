import { pressRefusal } from '../../guards/author.ts';
import { OwnPress } from '../../payload.ts';
import { noteModal } from '../../views/note-modal.ts';
import { readPlaceValue } from '../../views/place-value.ts';
import { readingCorrectionModal } from '../../views/reading-correction-modal.ts';
import { refusal } from '../../views/refusal.ts';
import type { ListenerParts } from '../listener-parts.ts';
import type { PressRoute } from './press-route.ts';

async function open(body: unknown, parts: ListenerParts): Promise<void> {
  const read = OwnPress.safeParse(body);
  const place = readPlaceValue((read.success && read.data.actions[0]?.value) || '');
  const trigger = read.success ? read.data.trigger_id : null;
  if (!read.success || place === null || !trigger) {
    return parts.log.warn('slack.press-unreadable');
  }
  const { view, channels, access } = parts;
  const { channel, thread, turn: caseId } = place;
  const team = parts.identity().install;
  const by = read.data.user.id;
  const direct = channel.startsWith('D');
  const kase = await parts.intake.load({ team, channel, thread });
  const no =
    (await access({ channel, user: by, direct, external: false })) ??
    pressRefusal(kase, caseId ?? '', 'correct-reading', by);
  const assessment = kase?.assessment ?? null;
  const shown =
    no !== null || assessment === null || caseId === null
      ? noteModal(
          'correction.title',
          refusal(no ?? 'case-gone', channels, null, view).text,
          null,
          view,
        )
      : readingCorrectionModal(assessment, place, caseId, view);
  const client = await parts.clientOf(team);
  const opened = { trigger_id: trigger, view: shown };
  await (read.data.view ? client.views.push(opened) : client.views.open(opened));
}

/** 'It is something else' under the reasons of a reading: asks its author what it is. */
export const correctTheReading: PressRoute = {
  owns: (actionId) => actionId === 'correct-reading',
  rules: { 'correct-reading': 'author' },
  follow: open,
};
