import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { ThreadKey } from '../../../pipeline/message.ts';
import { Submission } from '../../payload.ts';
import type { Corrected, Original, Written } from '../../take.ts';
import { turnId } from '../../turn-id.ts';
import { section } from '../../views/blocks.ts';
import { CORRECTION_MODALS, readWords } from '../../views/correction-modal.ts';
import { readPlaceValue } from '../../views/place-value.ts';
import { previewNote } from '../../views/preview-note.ts';
import { refusal } from '../../views/refusal.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { typedText } from '../typed-text.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** Somebody's correction: whose, where, and the words, which stay in memory. */
interface PuttingRight {
  readonly key: ThreadKey;
  readonly user: string;
  readonly words: readonly string[];
}

/**
 * This person's messages as Slack still shows them; null when it does not. A text that was changed
 * before it was sent is not what stands in Slack, so it is left out.
 */
async function originalsOf(
  { key }: PuttingRight,
  written: readonly Written[],
  { history, surroundings }: ListenerParts,
): Promise<Original[] | null> {
  const shown = await history.all(key);
  if (shown === null) return null;
  const originals = written.flatMap(({ turn, ts }) => {
    const raw = shown.get(ts);
    return raw !== undefined && turn === turnId(key, ts) ? [{ turn, ts, raw }] : [];
  });
  return Promise.all(
    originals.map(async ({ turn, ts, raw }) => ({
      ...{ turn, raw, context: await surroundings({ key, ts, text: raw }) },
    })),
  );
}

async function missed(right: PuttingRight, parts: ListenerParts): Promise<[string, Corrected]> {
  const { key, user, words } = right;
  const done = await parts.intake.own.missed(key, user, words);
  const { changed } = done;
  if (changed === null) return [parts.view.say('slack.correct.busy'), done];
  const text =
    changed === 0
      ? parts.view.say('slack.missed.none')
      : parts.view.say('slack.missed.done', { count: String(changed) });
  return [text, done];
}

async function kept(right: PuttingRight, parts: ListenerParts): Promise<[string, Corrected]> {
  const { key, user, words } = right;
  const { say } = parts.view;
  const written = await parts.intake.own.written(key, user);
  const originals = await originalsOf(right, written, parts);
  const done = await parts.intake.own.notIdentifiers(key, user, words, originals ?? []);
  if (originals === null) return [say('slack.kept.unseen'), done];
  if (done.changed === null) return [say('slack.correct.busy'), done];
  if (done.changed === 0) return [say('slack.kept.none'), done];
  return [say('slack.kept.done'), done];
}

/** Tells what became of it, and shows again what waits with the change in it. */
async function answer(
  { key, user }: PuttingRight,
  [text, { held }]: readonly [string, Corrected],
  { whisper, tell, view, now }: ListenerParts,
): Promise<void> {
  const to = { channel: key.channel, thread: key.thread, user };
  whisper(to, `${key.thread}:${user}:right:${now()}`, { text, blocks: [section('right', text)] });
  for (const each of held) {
    await tell(to, `${each.turn}:preview`, previewNote({ ...each, hasFiles: false }, key, view));
  }
}

/**
 * Somebody said which words were missed or taken out for nothing: it works for what is stored of the
 * thread at once, and for what comes later as long as this process remembers.
 */
export function onPutRight(parts: ListenerParts) {
  return async ({ ack, body }: Args): Promise<void> => {
    await ack({ response_action: 'clear' });
    const read = Submission.safeParse(body);
    const place = read.success ? readPlaceValue(read.data.view.private_metadata) : null;
    if (!read.success || place === null) return parts.log.warn('slack.view-unreadable');
    const { channel, thread } = place;
    const user = read.data.user.id;
    const no = await parts.access({
      channel,
      user,
      direct: channel.startsWith('D'),
      external: false,
    });
    if (no !== null) {
      const { whisper, channels, view, now } = parts;
      const once = `${thread}:${user}:right:${now()}`;
      return whisper({ channel, thread, user }, once, refusal(no, channels, null, view));
    }
    const key = { team: parts.identity().install, channel, thread };
    const words = readWords(typedText(read.data.view.state?.values ?? {}));
    const right = { key, user, words };
    const isMissed = CORRECTION_MODALS[read.data.view.callback_id] === 'missed';
    await answer(right, await (isMissed ? missed : kept)(right, parts), parts);
  };
}
