import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { Submission } from '../../payload.ts';
import type { RawMessage } from '../../take.ts';
import { pressId, retypedId } from '../../turn-id.ts';
import { section } from '../../views/blocks.ts';
import { NOTE_GUESS } from '../../views/line-modal.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { typedText } from '../typed-text.ts';
import { type OwnSubmission, ownCase } from './own-case.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** What stands in one field. */
function fieldText({ view }: Submission, id: string): string {
  const [typed] = Object.values(view.state?.values[id] ?? {});
  return typed?.value?.trim() ?? '';
}

/** The guess and the clinician's own part in it as one text; empty when both fields are. */
function guessText(sent: Submission, { view }: ListenerParts): string {
  const part = fieldText(sent, 'guess-1');
  const line = part === '' ? '' : view.say('hypothesis.part.line', { text: part });
  return [fieldText(sent, 'guess-0'), line].filter((each) => each !== '').join('\n');
}

/** Takes the words in through the same door as a message: screened, de-identified, stored, read. */
async function takeIn(
  { key, user, kase }: OwnSubmission,
  text: string,
  { id, about }: { readonly id: string; readonly about: RawMessage['about'] },
  parts: ListenerParts,
): Promise<void> {
  const writer = { channel: key.channel, user, thread: key.thread, hasFiles: false, again: 0 };
  const last = [key.thread, ...kase.replies.map(({ ts }) => ts)].toSorted().at(-1) ?? key.thread;
  await parts.door(writer, {
    ...{ key, text, ts: last, at: parts.now(), author: user, edit: false, turn: id },
    ...(about === undefined ? {} : { about }),
    safety: parts.intake.screen(text),
  });
}

/** Both fields of the guess stayed empty: the reading is shown without one. */
function skipGuess({ key, user }: OwnSubmission, modal: string, parts: ListenerParts) {
  const id = pressId(key, 'show-reading', user, modal);
  const act = { kind: 'act', id, by: user, at: parts.now(), value: '' } as const;
  return parts.intake.press(key, { ...act, does: 'show-reading' });
}

async function noteGuess(own: OwnSubmission, sent: Submission, parts: ListenerParts) {
  const { callback_id: which, id: modal } = sent.view;
  const text = guessText(sent, parts);
  if (text === '') return skipGuess(own, modal ?? '', parts);
  const id = retypedId(own.key, which, modal ?? '');
  return takeIn(own, text, { id, about: 'hypothesis' }, parts);
}

async function addLine(own: OwnSubmission, sent: Submission, parts: ListenerParts) {
  const { callback_id: which, id: modal, state } = sent.view;
  const text = typedText(state?.values ?? {});
  if (text === '') return;
  const id = retypedId(own.key, which, modal ?? '');
  await takeIn(own, text, { id, about: undefined }, parts);
  const words = parts.view.say('follow-up.line.taken');
  const note = { text: words, blocks: [section('taken', words)] };
  parts.whisper({ ...own.key, user: own.user }, `${id}:taken`, note);
}

/**
 * The author wrote a line on how it went, or their own guess. A guess that stays empty shows the
 * reading; what is written goes through the same checks as a message in the thread.
 */
export function onLineAdded(parts: ListenerParts) {
  return async ({ ack, body }: Args): Promise<void> => {
    await ack();
    const read = Submission.safeParse(body);
    if (!read.success) return parts.log.warn('slack.view-unreadable');
    const own = await ownCase(read.data, parts);
    if (own === null) return;
    const isGuess = read.data.view.callback_id === NOTE_GUESS;
    await (isGuess ? noteGuess : addLine)(own, read.data, parts);
  };
}
