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

/** What stands in a form, in memory only. */
interface Typed {
  readonly user: string;
  readonly form: string;
  readonly text: string;
}

/** Renews the hint for somebody who may ask; one check for each pause, not for each letter. */
async function hint({ user, form, text }: Typed, parts: ListenerParts): Promise<void> {
  const no = await parts.access({ channel: '', user, direct: true, external: false });
  if (no !== null) return;
  const { install: team } = parts.identity();
  const key = { team, channel: '', thread: '' };
  const looked = parts.waysIn.look(text, await parts.surroundings({ key, ts: '', text }));
  const client = await parts.clientOf(team);
  await client.views.update({ view_id: form, view: intakeModal(looked, parts.view) });
}

/** Has the hint renewed once nothing was typed for a moment. */
async function renew(body: unknown, parts: ListenerParts): Promise<void> {
  const read = ModalEntry.safeParse(body);
  if (!read.success || read.data.view.callback_id !== INTAKE_MODAL) {
    return parts.log.warn('slack.press-unreadable');
  }
  const { user, view } = read.data;
  clearTimeout(waiting.get(view.id));
  if (waiting.size > MOST_FORMS) return;
  const text = intakeText(view.state?.values ?? {}, parts.view);
  const soon = setTimeout(() => {
    waiting.delete(view.id);
    parts.background.run('slack.hint-failed', () =>
      hint({ user: user.id, form: view.id, text }, parts),
    );
  }, PAUSE_MS).unref();
  waiting.set(view.id, soon);
}

/** Somebody types in the form: says what would be taken out, by class and number, never the words. */
export const typeInForm: PressRoute = {
  owns: isTyping,
  rules: Object.fromEntries(INTAKE_FIELDS.map((field) => [typingId(field), null])),
  follow: renew,
};
