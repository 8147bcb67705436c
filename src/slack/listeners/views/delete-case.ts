import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { ThreadKey } from '../../../pipeline/message.ts';
import type { CaseThread } from '../../../pipeline/thread/case-thread.ts';
import { Submission } from '../../payload.ts';
import { type Replies, removeReplies } from '../../remove-replies.ts';
import { section } from '../../views/blocks.ts';
import { readDeleteModal } from '../../views/delete-modal.ts';
import { type Refusal, refusal } from '../../views/refusal.ts';
import type { ListenerParts } from '../listener-parts.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** What the case was shared to goes with it; our messages there that are to be deleted. */
async function takeBack(
  { id, key: { team } }: CaseThread,
  by: string,
  { sharing, intake }: ListenerParts,
): Promise<Replies[]> {
  const shared = await sharing.of(team, id);
  if (shared === null) return [];
  const key = { team, channel: shared.channel, thread: shared.thread };
  const copy = await intake.load(key);
  if (copy?.author !== by) return [];
  await intake.forget(key, by);
  return [{ key, known: copy.replies.map(({ ts }) => ts), all: true }];
}

async function forget(key: ThreadKey, by: string, parts: ListenerParts): Promise<Refusal | null> {
  const kase = await parts.intake.load(key);
  if (kase === null) return 'case-gone';
  if (kase.author !== by) return 'not-author';
  const practised = await parts.rehearsals.placesOf(key);
  const shared = await takeBack(kase, by, parts);
  await parts.intake.forget(key, by);
  const known = kase.replies.map(({ ts }) => ts);
  parts.background.run('slack.replies-not-removed', async () => {
    const client = await parts.clientOf(key.team);
    const we = parts.identity();
    let count = await removeReplies(client, { key, known, all: true }, we);
    for (const place of practised) {
      count += await removeReplies(client, { key: place, known: [place.thread], all: true }, we);
    }
    for (const each of shared) count += await removeReplies(client, each, we);
    if (count > 0) parts.log.warn('slack.replies-not-removed', { count });
  });
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
