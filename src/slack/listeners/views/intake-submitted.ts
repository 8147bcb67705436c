import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { errorCode } from '../../error-code.ts';
import { Submission } from '../../payload.ts';
import type { Opening } from '../../private-case.ts';
import { fieldId, intakeText } from '../../views/intake-modal.ts';
import { noteModal } from '../../views/note-modal.ts';
import { refusalWords } from '../../views/refusal.ts';
import { LATE, within } from '../../within.ts';
import type { ListenerParts } from '../listener-parts.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;
type Answer = Parameters<Args['ack']>[0];

/** Why the form stays open, in words; null when it may close. */
function complaint(
  opening: Opening | typeof LATE | null,
  { view, channels }: ListenerParts,
): string | null {
  const { say } = view;
  if (opening === null) return say('form.error.failed');
  if (opening === LATE || opening.kind === 'again') return say('form.error.again');
  if (opening.kind === 'denied') return refusalWords(opening.why, channels, view);
  return opening.kind === 'refused' ? say(`form.error.${opening.why}`) : null;
}

/** Keeps the form and its words; with open safety, the fixed content is laid on top of it. */
function stay(why: string, text: string, { view, intake }: ListenerParts): Answer {
  const safety = intake.screen(text);
  if (safety.status !== 'open') {
    return { response_action: 'errors', errors: { [fieldId('moment')]: why } };
  }
  const note = [view.say('form.error.safety'), why].join(' ');
  return { response_action: 'push', view: noteModal('form.title', note, safety, view) };
}

/** The opening of a case; null when it failed, with a code in the log. */
async function opened(work: Promise<Opening>, { log, background }: ListenerParts) {
  try {
    const opening = await within(work);
    if (opening === LATE) background.run('slack.form-failed', () => work);
    return opening;
  } catch (error) {
    log.warn('slack.form-failed', { code: errorCode(error) });
    return null;
  }
}

/**
 * The form was sent: its fields become one text, which goes through the same door as a message. What
 * is to be mended is said inside the form, which keeps the words; nothing of them is kept here.
 */
export function onIntakeSubmitted(parts: ListenerParts) {
  return async ({ ack, body }: Args): Promise<void> => {
    const read = Submission.safeParse(body);
    if (!read.success) {
      await ack();
      return parts.log.warn('slack.view-unreadable');
    }
    const { user, view } = read.data;
    const text = intakeText(view.state?.values ?? {}, parts.view);
    const from = `form ${view.id ?? ''}`;
    const work = parts.privately({ user: user.id, text, from, stands: false });
    const why = complaint(await opened(work, parts), parts);
    await (why === null ? ack() : ack(stay(why, text, parts)));
  };
}
