import { OpeningPress } from '../../payload.ts';
import { intakeModal } from '../../views/intake-modal.ts';
import { noteModal } from '../../views/note-modal.ts';
import { promptAnswer } from '../../views/prompts.ts';
import { refusal } from '../../views/refusal.ts';
import { OPEN_FORM, SHOW_EXAMPLE } from '../../views/way-buttons.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { type PressRoute, pressedId } from './press-route.ts';

async function open(body: unknown, parts: ListenerParts): Promise<void> {
  const read = OpeningPress.safeParse(body);
  const trigger = read.success ? read.data.trigger_id : null;
  if (!read.success || !trigger) return parts.log.warn('slack.press-unreadable');
  const { access, view, channels, clientOf, identity } = parts;
  const user = read.data.user.id;
  const no = await access({ channel: '', user, direct: true, external: false });
  const client = await clientOf(identity().install);
  const asked = pressedId(body) === OPEN_FORM;
  const words = promptAnswer('example', view).blocks.flatMap((block) =>
    block.type === 'section' ? [block.text?.text ?? ''] : [],
  );
  const shown =
    no !== null
      ? noteModal('form.title', refusal(no, channels, null, view).text, null, view)
      : asked
        ? intakeModal(null, view)
        : noteModal('way.button.example', words.join('\n\n'), null, view);
  await client.views.open({ trigger_id: trigger, view: shown });
}

/** A button under welcome or help: opens the form, or shows what to write. */
export const openWay: PressRoute = {
  owns: (actionId) => actionId === OPEN_FORM || actionId === SHOW_EXAMPLE,
  rules: { [OPEN_FORM]: 'member', [SHOW_EXAMPLE]: 'member' },
  follow: open,
};
