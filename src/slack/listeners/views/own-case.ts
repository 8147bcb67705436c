import type { ThreadKey } from '../../../pipeline/message.ts';
import type { CaseThread } from '../../../pipeline/thread/case-thread.ts';
import type { Submission } from '../../payload.ts';
import { readPlaceValue } from '../../views/place-value.ts';
import { type Refusal, refusal } from '../../views/refusal.ts';
import type { ListenerParts } from '../listener-parts.ts';

/** A modal that the author of a case sent, with the case as it is kept now. */
export interface OwnSubmission {
  readonly key: ThreadKey;
  readonly user: string;
  readonly kase: CaseThread;
}

/** Whose case a modal was about, looked up anew; told privately when it is not the sender's. */
export async function ownCase(
  { user, view }: Submission,
  parts: ListenerParts,
): Promise<OwnSubmission | null> {
  const place = readPlaceValue(view.private_metadata);
  if (place === null) {
    parts.log.warn('slack.view-unreadable');
    return null;
  }
  const { channel, thread } = place;
  const key = { team: parts.identity().install, channel, thread };
  const direct = channel.startsWith('D');
  const [no, kase] = await Promise.all([
    parts.access({ channel, user: user.id, direct, external: false }),
    parts.intake.load(key),
  ]);
  if (no === null && kase?.author === user.id) return { key, user: user.id, kase };
  const why: Refusal = no ?? (kase === null ? 'case-gone' : 'not-author');
  const once = `${thread}:${user.id}:${view.callback_id}:${parts.now()}`;
  const note = refusal(why, parts.channels, null, parts.view);
  parts.whisper({ channel, thread, user: user.id }, once, note);
  return null;
}
