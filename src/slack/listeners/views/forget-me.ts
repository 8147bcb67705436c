import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { errorCode } from '../../error-code.ts';
import { Submission } from '../../payload.ts';
import { type Replies, removeReplies } from '../../remove-replies.ts';
import { forgottenModal } from '../../views/forget-me-modal.ts';
import { noteModal } from '../../views/note-modal.ts';
import { refusal } from '../../views/refusal.ts';
import type { ForgottenPerson } from '../../ways-in.ts';
import { LATE, within } from '../../within.ts';
import { publishHome } from '../home/publish-home.ts';
import type { ListenerParts } from '../listener-parts.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** Deletes our answers to the person in Slack, as far as it may; how many still stand is logged. */
async function removeAll(replies: readonly Replies[], parts: ListenerParts): Promise<void> {
  let count = 0;
  for (const each of replies) {
    const client = await parts.clientOf(each.key.team);
    count += await removeReplies(client, each, parts.identity());
  }
  if (count > 0) parts.log.warn('slack.replies-not-removed', { count });
}

/** Everything kept about the person; null when it failed or is still going on. */
async function forgetMe(user: string, parts: ListenerParts): Promise<ForgottenPerson | null> {
  const work = parts.waysIn.forget(parts.identity().install, user);
  try {
    const done = await within(work);
    const after = async () => removeAll((await work).replies, parts);
    parts.background.run('slack.replies-not-removed', after);
    return done === LATE ? null : done;
  } catch (error) {
    parts.log.warn('slack.forget-failed', { code: errorCode(error) });
    return null;
  }
}

/** The person confirmed: everything kept about them goes, and our answers to them in Slack. */
export function onForgetMe(parts: ListenerParts) {
  return async ({ ack, body }: Args): Promise<void> => {
    const read = Submission.safeParse(body);
    if (!read.success) {
      await ack();
      return parts.log.warn('slack.view-unreadable');
    }
    const { view, channels } = parts;
    const user = read.data.user.id;
    const no = await parts.access({ channel: '', user, direct: true, external: false });
    const shown =
      no === null
        ? forgottenModal(await forgetMe(user, parts), view)
        : noteModal('way.forget.title', refusal(no, channels, null, view).text, null, view);
    await ack({ response_action: 'update', view: shown });
    if (no === null) publishHome(user, parts);
  };
}
