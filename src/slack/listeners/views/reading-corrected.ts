import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { Act } from '../../../pipeline/message.ts';
import type { CaseThread } from '../../../pipeline/thread/case-thread.ts';
import { DIRECTIONS } from '../../../pipeline/thread/correction/reading-correction.ts';
import { Submission } from '../../payload.ts';
import { pressId } from '../../turn-id.ts';
import { noteModal } from '../../views/note-modal.ts';
import { readPlaceValue } from '../../views/place-value.ts';
import { CORRECTION_FIELDS } from '../../views/reading-correction-modal.ts';
import { refusal } from '../../views/refusal.ts';
import { chosen } from '../chosen.ts';
import type { ListenerParts } from '../listener-parts.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;
type Answer = Parameters<Args['ack']>[0];
type Said = Pick<Act, 'does' | 'value'>;

/** What was chosen, as acts in the order they count; empty when nothing was. */
function saidIn({ view }: Submission, kase: CaseThread, { view: { knowledge } }: ListenerParts) {
  const values = view.state?.values ?? {};
  const known = (id: string) =>
    knowledge.taxonomy.some((label) => label.id === id && label.family !== 'safety');
  const read = new Set((kase.assessment?.reading.labels ?? []).map(({ id }) => id));
  const [direction] = chosen(values, CORRECTION_FIELDS.direction);
  const said = DIRECTIONS.find((each) => each === direction);
  const is = chosen(values, CORRECTION_FIELDS.is).filter(known).slice(0, 5);
  const isNot = chosen(values, CORRECTION_FIELDS.isNot).filter(
    (id) => read.has(id) && !is.includes(id),
  );
  if (said === undefined && is.length + isNot.length === 0) return [];
  const teach = chosen(values, CORRECTION_FIELDS.teach).includes('yes');
  const acts: Said[] = [
    ...isNot.map((value) => ({ does: 'untap' as const, value })),
    ...is.map((value) => ({ does: 'tap' as const, value })),
    { does: 'correct', value: said ?? '' },
    { does: 'may-teach', value: teach ? 'yes' : 'no' },
  ];
  return acts;
}

/** Queues what the author said; the answer to the modal, nothing when it may close. */
async function correct(sent: Submission, parts: ListenerParts): Promise<Answer> {
  const { view, intake, channels, now } = parts;
  const { team } = { team: parts.identity().install };
  const place = readPlaceValue(sent.view.private_metadata);
  const deny = (why: 'case-gone' | 'not-author'): Answer => {
    const { text } = refusal(why, channels, null, view);
    return { response_action: 'update', view: noteModal('correction.title', text, null, view) };
  };
  if (place === null) return deny('case-gone');
  const key = { team, channel: place.channel, thread: place.thread };
  const kase = await intake.load(key);
  if (kase === null || kase.id !== place.turn) return deny('case-gone');
  const by = sent.user.id;
  if (kase.author !== by) return deny('not-author');
  const said = saidIn(sent, kase, parts);
  if (said.length === 0) {
    const errors = { [CORRECTION_FIELDS.direction]: view.say('correction.empty') };
    return { response_action: 'errors', errors };
  }
  for (const { does, value } of said) {
    const id = pressId(key, `${does}:${value}`, by, sent.view.id ?? String(now()));
    await intake.press(key, { kind: 'act', id, by, at: now(), does, value });
  }
  return undefined;
}

/** The author said what it is instead of what was read; the reading is made anew with it. */
export function onReadingCorrected(parts: ListenerParts) {
  return async ({ ack, body }: Args): Promise<void> => {
    const read = Submission.safeParse(body);
    if (!read.success) {
      await ack();
      return parts.log.warn('slack.view-unreadable');
    }
    await ack(await correct(read.data, parts));
  };
}
