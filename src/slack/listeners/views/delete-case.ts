import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { ThreadKey } from '../../../pipeline/message.ts';
import type { CaseThread } from '../../../pipeline/thread/case-thread.ts';
import { errorCode } from '../../error-code.ts';
import { Submission } from '../../payload.ts';
import { section } from '../../views/blocks.ts';
import { readDeleteModal } from '../../views/delete-modal.ts';
import { type Refusal, refusal } from '../../views/refusal.ts';
import type { ListenerParts } from '../listener-parts.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** Takes our messages of a case out of its thread; one that cannot be taken out stays, with a code. */
async function removeReplies(kase: CaseThread, { client, log }: ListenerParts): Promise<void> {
  const { channel } = kase.key;
  for (const { ts } of kase.replies) {
    try {
      await client.chat.delete({ channel, ts });
    } catch (error) {
      log.warn('slack.reply-not-removed', { code: errorCode(error) });
    }
  }
}

async function forget(key: ThreadKey, by: string, parts: ListenerParts): Promise<Refusal | null> {
  const kase = await parts.intake.load(key);
  if (kase === null) return 'case-gone';
  if (kase.author !== by) return 'not-author';
  await parts.intake.forget(key, by);
  await removeReplies(kase, parts);
  return null;
}

/** The author confirmed: the case, everything kept of it and our messages in the thread go. */
export function onDeleteCase(parts: ListenerParts) {
  return async ({ ack, body }: Args): Promise<void> => {
    await ack();
    const read = Submission.safeParse(body);
    const where = read.success ? readDeleteModal(read.data.view.private_metadata) : null;
    if (!read.success || where === null) return parts.log.warn('slack.view-unreadable');
    const { whisper, channels, view } = parts;
    const user = read.data.user.id;
    const no = await forget({ team: parts.identity().install, ...where }, user, parts);
    const text = view.say('thread.deleted');
    const done = { text, blocks: [section('deleted', text)] };
    const once = `${where.channel}:${where.thread}:${user}:deleted:${parts.now()}`;
    whisper({ ...where, user }, once, no === null ? done : refusal(no, channels, null, view));
  };
}
