import type { AllMiddlewareArgs, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import type { SafetyScreen } from '../../../pipeline/outcome.ts';
import { errorCode } from '../../error-code.ts';
import { MessageShortcut } from '../../payload.ts';
import { rawText } from '../../raw-text.ts';
import { noteModal } from '../../views/note-modal.ts';
import { refusal } from '../../views/refusal.ts';
import { LATE, within } from '../../within.ts';
import type { ListenerParts } from '../listener-parts.ts';

type Args = SlackShortcutMiddlewareArgs & AllMiddlewareArgs;

/** `callback_id` of the message shortcut. */
export const ASK_SHORTCUT = 'ask-about-case';

/** A sentence for the asker alone, with the safety screen of their own words when there are any. */
interface Said {
  readonly text: string;
  readonly safety: SafetyScreen | null;
}

/** Brings the words of the asker's own message to the direct conversation; what is left to say. */
async function ask(
  { user, channel, message }: MessageShortcut,
  parts: ListenerParts,
): Promise<Said | null> {
  const { say } = parts.view;
  if (message.user !== user.id || message.bot_id) {
    return { text: say('way.shortcut.not-yours'), safety: null };
  }
  const text = rawText(message.text ?? '', parts.identity().botUser);
  const from = `message ${channel.id} ${message.ts}`;
  const safety = parts.intake.screen(text);
  const work = parts.privately({ user: user.id, text, from, stands: true });
  try {
    const opening = await within(work);
    if (opening === LATE) {
      parts.background.run('slack.shortcut-failed', () => work);
      return null;
    }
    if (opening.kind === 'opened') return null;
    if (opening.kind === 'again') return { text: say('way.shortcut.again'), safety };
    if (opening.kind === 'denied') {
      return { text: refusal(opening.why, parts.channels, null, parts.view).text, safety };
    }
    const { why } = opening;
    const none = why === 'empty' || why === 'no-words';
    return { text: say(none ? 'way.shortcut.no-text' : `way.shortcut.${why}`), safety };
  } catch (error) {
    parts.log.warn('slack.shortcut-failed', { code: errorCode(error) });
    return { text: say('way.shortcut.failed'), safety };
  }
}

/**
 * 'Ask about this case' on one's own message: its words go through the same door as a message, and the
 * answer comes to the direct conversation. Nobody else's message is read.
 */
export function onAskAbout(parts: ListenerParts) {
  return async ({ ack, body }: Args): Promise<void> => {
    await ack();
    const read = MessageShortcut.safeParse(body);
    if (!read.success) return parts.log.warn('slack.shortcut-unreadable');
    const said = await ask(read.data, parts);
    const trigger = read.data.trigger_id;
    if (said === null || !trigger) return;
    const client = await parts.clientOf(parts.identity().install);
    const view = noteModal('way.shortcut.title', said.text, said.safety, parts.view);
    await client.views.open({ trigger_id: trigger, view });
  };
}
