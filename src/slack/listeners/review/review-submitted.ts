import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { Judged, UnderReview } from '../../review-desk.ts';
import { section } from '../../views/blocks.ts';
import { modal } from '../../views/modal.ts';
import { type Refusal, refusalWords } from '../../views/refusal.ts';
import { fixedSafety } from '../../views/safety-reply.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { refusalOf, underReview } from './follow-review.ts';
import { type ReviewDone, type ReviewFields, readReviewModal } from './read-review.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;
type Sent = ReviewDone & ReviewFields;

/** What keeps a modal open: one plain line under each field that needs another look. */
function missing(sent: Sent, judged: Judged, { view }: ListenerParts): Record<string, string> {
  const { say } = view;
  if (judged.kind === 'faults') {
    return Object.fromEntries(
      judged.faults.map(({ field, why }) => [
        field === 'note' ? 'note' : `words-${field}`,
        why.slice(0, 500),
      ]),
    );
  }
  if (sent.deed === 'flag' && sent.reasons.length === 0) {
    return { reasons: say('review.fault.reason') };
  }
  if (sent.deed === 'ask-back' && judged.note === null) return { note: say('review.fault.empty') };
  return sent.deed === 'reword' && judged.words.size === 0
    ? { 'words-0': say('review.fault.none') }
    : {};
}

/** Screens, de-identifies and checks what was typed, with the names of the workspace known. */
async function judge(sent: Sent, under: UnderReview, parts: ListenerParts): Promise<Judged> {
  const { words, note } = sent;
  const text = [...words.values(), note ?? ''].join('\n');
  const key = { team: parts.identity().install, channel: '', thread: '' };
  const context = await parts.surroundings({ key, ts: '', text });
  return parts.review.judge(under, { words, note, context });
}

async function take(
  sent: Sent,
  judged: Extract<Judged, { kind: 'passed' }>,
  parts: ListenerParts,
): Promise<Refusal | null> {
  const { id, deed, by, about, reasons, caseId } = sent;
  const { words, note } = judged;
  const deciding = { id, deed, by, at: parts.now(), about, note, reasons, words };
  const became = await parts.review.decide(parts.identity().install, caseId, deciding);
  if (became === 'decided' && judged.safety !== null && sent.card !== null) {
    const to = { channel: sent.card.channel, user: by, thread: null };
    parts.whisper(to, `${id}:safety`, fixedSafety(judged.safety, parts.view));
  }
  return refusalOf(became);
}

/** A supervisor sent words, a flag or a question: looked at by the guard before anything is shown. */
export function onReviewSubmitted(parts: ListenerParts) {
  return async ({ ack, body }: Args): Promise<void> => {
    const sent = readReviewModal(body);
    if (sent === null) {
      await ack();
      return parts.log.warn('slack.view-unreadable');
    }
    const refuse = async (no: Refusal) => {
      parts.log.info('review.refused', { kind: sent.deed, code: no });
      const words = refusalWords(no, parts.channels, parts.view);
      const view = modal('roles.refused.title', [section('no', words)], parts.view);
      await ack({ response_action: 'update', view });
    };
    const under = await underReview(sent, parts);
    if (typeof under === 'string') return refuse(under);
    const judged = await judge(sent, under, parts);
    const errors = missing(sent, judged, parts);
    if (judged.kind === 'faults' || Object.keys(errors).length > 0) {
      return ack({ response_action: 'errors', errors });
    }
    const no = await take(sent, judged, parts);
    if (no !== null) return refuse(no);
    await ack();
  };
}
