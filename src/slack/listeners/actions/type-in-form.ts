import { ModalEntry } from '../../payload.ts';
import {
  INTAKE_FIELDS,
  INTAKE_MODAL,
  intakeModal,
  intakeText,
  isTyping,
  typingId,
} from '../../views/intake-modal.ts';
import type { ListenerParts } from '../listener-parts.ts';
import type { PressRoute } from './press-route.ts';

/** How long after the last letter the hint is renewed. */
const PAUSE_MS = 600;
const MOST_FORMS = 500;

/** Forms in which somebody types now, by view id, in memory; the newest entry alone is looked at. */
const waiting = new Map<string, NodeJS.Timeout>();

/** Looks at the words once nothing was typed for a moment, and renews the hint. */
async function renew(body: unknown, parts: ListenerParts): Promise<void> {
  const read = ModalEntry.safeParse(body);
  if (!read.success || read.data.view.callback_id !== INTAKE_MODAL) {
    return parts.log.warn('slack.press-unreadable');
  }
  const { user, view } = read.data;
  const no = await parts.access({ channel: '', user: user.id, direct: true, external: false });
  if (no !== null) return;
  clearTimeout(waiting.get(view.id));
  if (waiting.size > MOST_FORMS) return;
  waiting.set(
    view.id,
    setTimeout(() => {
      waiting.delete(view.id);
      parts.background.run('slack.hint-failed', async () => {
        const { install: team } = parts.identity();
        const text = intakeText(view.state?.values ?? {}, parts.view);
        const key = { team, channel: '', thread: '' };
        const context = await parts.surroundings({ key, ts: '', text });
        const looked = parts.waysIn.look(text, context);
        const client = await parts.clientOf(team);
        await client.views.update({ view_id: view.id, view: intakeModal(looked, parts.view) });
      });
    }, PAUSE_MS).unref(),
  );
}

/** Somebody types in the form: says what would be taken out, by class and number, never the words. */
export const typeInForm: PressRoute = {
  owns: isTyping,
  rules: Object.fromEntries(INTAKE_FIELDS.map((field) => [typingId(field), null])),
  follow: renew,
};
