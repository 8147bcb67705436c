import { Press } from '../../payload.ts';
import { pressId } from '../../turn-id.ts';
import { section } from '../../views/blocks.ts';
import { type Refusal, refusal } from '../../views/refusal.ts';
import { ASK_SUPERVISOR } from '../../views/review-ids.ts';
import type { ListenerParts } from '../listener-parts.ts';

const SAID = {
  asked: null,
  'asked-before': 'review-asked',
  'no-channel': 'no-supervision',
  gone: 'case-gone',
} as const;

/** The author asks for a supervisor: person, place and case are checked anew, and they are told. */
export async function askSupervisor(body: unknown, parts: ListenerParts): Promise<void> {
  const read = Press.safeParse(body);
  const [action] = read.success ? read.data.actions : [];
  if (!read.success || action?.action_id !== ASK_SUPERVISOR) {
    return parts.log.warn('slack.press-unreadable');
  }
  const { user, channel, message, trigger_id: trigger } = read.data;
  const thread = message.thread_ts ?? message.ts;
  const key = { team: parts.identity().install, channel: channel.id, thread };
  const id = pressId(key, ASK_SUPERVISOR, user.id, action.action_ts ?? trigger ?? '');
  const no = await ask(key, id, { by: user.id, caseId: action.value ?? '' }, parts);
  const text = parts.view.say('done.asked-supervisor');
  const done = { text, blocks: [section('asked', text)] };
  const { whisper, channels, view } = parts;
  const to = { channel: channel.id, user: user.id, thread };
  whisper(to, `${id}:asked`, no === null ? done : refusal(no, channels, null, view));
}

async function ask(
  key: { team: string; channel: string; thread: string },
  id: string,
  { by, caseId }: { by: string; caseId: string },
  parts: ListenerParts,
): Promise<Refusal | null> {
  const { channel } = key;
  const direct = channel.startsWith('D');
  const [place, kase] = await Promise.all([
    parts.access({ channel, user: by, direct, external: false }),
    parts.intake.load(key),
  ]);
  if (place !== null) return place;
  if (kase === null || kase.id !== caseId) return 'case-gone';
  if (kase.author !== by) return 'not-author';
  return SAID[await parts.review.ask(key, id, by)];
}
