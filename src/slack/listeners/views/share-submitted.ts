import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { Submission } from '../../payload.ts';
import { type ShareOutcome, shareCase } from '../../share-case.ts';
import { section } from '../../views/blocks.ts';
import { noteModal } from '../../views/note-modal.ts';
import { type Refusal, refusal } from '../../views/refusal.ts';
import {
  readShareValue,
  SHARE_CHANNEL,
  type ShareValue,
  shareMark,
  shareModal,
} from '../../views/share-modal.ts';
import { ANSWER_MS, LATE, within } from '../../within.ts';
import { targetsOf } from '../actions/share.ts';
import type { ListenerParts } from '../listener-parts.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;
type Answer = Parameters<Args['ack']>[0];

/** What somebody chose in the modal, read. */
interface Chosen {
  readonly user: string;
  readonly value: ShareValue;
  readonly channel: string;
}

const COMPLAINTS: Readonly<Record<Exclude<ShareOutcome, 'shared'>, string>> = {
  busy: 'share.error.busy',
  failed: 'share.error.failed',
  'not-in-channel': 'share.error.not-in',
};

function chosenIn({ user, view }: Submission): Chosen | null {
  const value = readShareValue(view.private_metadata);
  const entries = Object.values(view.state?.values[SHARE_CHANNEL] ?? {});
  const channel = entries[0]?.selected_option?.value;
  return value && channel ? { user: user.id, value, channel } : null;
}

/** Posts it, unless it takes too long to be told here; it is then finished in the background. */
async function post(
  work: Promise<ShareOutcome>,
  started: number,
  { background }: ListenerParts,
): Promise<ShareOutcome> {
  const left = ANSWER_MS - (performance.now() - started);
  const outcome = await within(work, Math.max(0, left));
  if (outcome !== LATE) return outcome;
  background.run('slack.share-failed', () => work);
  return 'busy';
}

/** Shares what was shown, checking everything anew; the answer to the modal, nothing when it may close. */
async function shareIt({ user, value, channel }: Chosen, parts: ListenerParts): Promise<Answer> {
  const started = performance.now();
  const { view, sharing, channels } = parts;
  const { say } = view;
  const note = (text: string): Answer => ({
    ...{ response_action: 'update', view: noteModal('share.title', text, null, view) },
  });
  const deny = (no: Refusal) => note(refusal(no, channels, null, view).text);
  const complain = (key: string): Answer => ({
    ...{ response_action: 'errors', errors: { [SHARE_CHANNEL]: say(key) } },
  });
  const { install: team } = parts.identity();
  const no = await parts.access({ channel: '', user, direct: true, external: false });
  if (no !== null) return deny(no);
  const place = { channel: value.channel, thread: value.thread };
  const kase = await parts.intake.load({ team, ...place });
  if (kase === null || kase.id !== value.turn) return deny('case-gone');
  if (kase.author !== user) return deny('not-author');
  const already = await sharing.of(team, kase.id);
  if (already !== null) return note(say('share.already', { channel: `<#${already.channel}>` }));
  const targets = await targetsOf(user, parts);
  if (!targets.some(({ id }) => id === channel)) return complain('share.error.channel');
  const copy = await sharing.preview(kase);
  if (shareMark(copy, view) !== value.mark) {
    const anew = shareModal(copy, { ...place, caseId: kase.id }, targets, view, true);
    return { response_action: 'update', view: anew };
  }
  const outcome = await post(shareCase(kase, copy, channel, parts), started, parts);
  if (outcome !== 'shared') return complain(COMPLAINTS[outcome]);
  const text = say('share.done', { channel: `<#${channel}>` });
  const told = { text, blocks: [section('shared', text)] };
  parts.whisper({ ...place, user }, `${kase.id}:${channel}:shared:${parts.now()}`, told);
  return undefined;
}

/** The author confirmed: the case is posted to the channel they chose, as it was shown to them. */
export function onShareSubmitted(parts: ListenerParts) {
  return async ({ ack, body }: Args): Promise<void> => {
    const read = Submission.safeParse(body);
    const chosen = read.success ? chosenIn(read.data) : null;
    if (chosen === null) {
      await ack();
      return parts.log.warn('slack.view-unreadable');
    }
    await ack(await shareIt(chosen, parts));
  };
}
