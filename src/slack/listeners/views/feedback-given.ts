import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { errorCode } from '../../error-code.ts';
import { Submission } from '../../payload.ts';
import { FEEDBACK_LINE_ID, FEEDBACK_REASONS_ID, readReasons } from '../../views/feedback-modal.ts';
import { noteModal } from '../../views/note-modal.ts';
import { readPlaceValue } from '../../views/place-value.ts';
import { refusal } from '../../views/refusal.ts';
import { chosen, typedIn } from '../chosen.ts';
import type { ListenerParts } from '../listener-parts.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;
type Answer = Parameters<Args['ack']>[0];

/** Keeps what was said; the answer to the modal, nothing when it may close. */
async function keep({ user, view: sent }: Submission, parts: ListenerParts): Promise<Answer> {
  const { view, intake, feedback, surroundings } = parts;
  const { say } = view;
  const show = (text: string, safety: ReturnType<typeof intake.screen> | null): Answer => ({
    ...{ response_action: 'update', view: noteModal('feedback.title', text, safety, view) },
  });
  const complain = (block: string, key: string): Answer => ({
    ...{ response_action: 'errors', errors: { [block]: say(key) } },
  });
  const place = readPlaceValue(sent.private_metadata);
  const key = { team: parts.identity().install, channel: '', thread: '', ...place };
  const kase = await intake.load({ team: key.team, channel: key.channel, thread: key.thread });
  if (kase === null || kase.id !== place?.turn || kase.author !== user.id) {
    const why = kase !== null && kase.author !== user.id ? 'not-author' : 'case-gone';
    return show(refusal(why, parts.channels, null, view).text, null);
  }
  const values = sent.state?.values ?? {};
  const reasons = readReasons(chosen(values, FEEDBACK_REASONS_ID));
  const line = typedIn(values, FEEDBACK_LINE_ID);
  if (reasons.length === 0 && line === '') return complain(FEEDBACK_REASONS_ID, 'feedback.empty');
  const safety = intake.screen(line);
  const open = safety.status === 'open';
  const context = await surroundings({ key: kase.key, ts: kase.key.thread, text: line });
  const kept = await feedback.give(kase, { reasons, line: open ? '' : line, context });
  if (kept === 'refused') return complain(FEEDBACK_LINE_ID, 'feedback.refused');
  if (open) return show(say('feedback.safety'), safety);
  return reasons.includes('unsafe') ? show(say('feedback.unsafe'), null) : undefined;
}

/** The author of a case said why a reply did not help; the line is kept only de-identified. */
export function onFeedback(parts: ListenerParts) {
  return async ({ ack, body }: Args): Promise<void> => {
    const read = Submission.safeParse(body);
    if (!read.success) {
      await ack();
      return parts.log.warn('slack.view-unreadable');
    }
    try {
      await ack(await keep(read.data, parts));
    } catch (error) {
      parts.log.warn('slack.feedback-failed', { code: errorCode(error) });
      const why = parts.view.say('feedback.failed');
      await ack({ response_action: 'errors', errors: { [FEEDBACK_REASONS_ID]: why } });
    }
  };
}
