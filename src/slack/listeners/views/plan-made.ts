import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { Act } from '../../../pipeline/message.ts';
import { type PlanSize, SIZES } from '../../../pipeline/thread/planner/consultation-plan.ts';
import { openDirect } from '../../open-direct.ts';
import { Submission } from '../../payload.ts';
import { pressId } from '../../turn-id.ts';
import { section } from '../../views/blocks.ts';
import { modal } from '../../views/modal.ts';
import {
  MAKE_PLAN,
  noteBlocks,
  PLAN_CHOICE,
  plannedModal,
  planParts,
  USUAL_SIZE,
} from '../../views/plan-modal.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { type OwnSubmission, ownCase } from './own-case.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

const chosenIn = ({ view }: Submission) =>
  view.state?.values[PLAN_CHOICE]?.[PLAN_CHOICE]?.selected_option?.value ?? null;

/** Sends the plan to its author alone, as plain text to copy; one that does not arrive stops nothing. */
function sendNote(size: PlanSize, own: OwnSubmission, parts: ListenerParts): void {
  const { clientOf, log, view } = parts;
  parts.background.run('slack.note-failed', async () => {
    const client = await clientOf(own.key.team);
    const channel = await openDirect(client, own.user, log);
    if (channel === null) return;
    const note = noteBlocks(planParts(size, own.kase, view));
    const blocks = [section('sent', view.say('plan.note.sent')), ...note];
    await client.chat.postMessage({ channel, text: view.say('plan.note.notify'), blocks });
  });
}

/** Stores what was chosen as an act of the author. */
async function press(
  { key, user }: OwnSubmission,
  does: Act['does'],
  value: string,
  { view: { id } }: Submission,
  { intake, now }: ListenerParts,
): Promise<void> {
  const act = { id: pressId(key, `${does}:${value}`, user, id ?? ''), by: user, at: now() };
  await intake.press(key, { kind: 'act', ...act, does, value });
}

/**
 * The author made a plan, or said how far it has come: it is kept with the case, and a plan just made
 * is shown in full and sent to them alone.
 */
export function onPlanMade(parts: ListenerParts) {
  return async ({ ack, body }: Args): Promise<void> => {
    const read = Submission.safeParse(body);
    const own = read.success ? await ownCase(read.data, parts) : null;
    if (!read.success || own === null) return ack();
    const chosen = chosenIn(read.data);
    if (read.data.view.callback_id !== MAKE_PLAN) {
      if (chosen !== null) await press(own, 'plan-step', chosen, read.data, parts);
      const saved = [section('saved', parts.view.say('plan.saved'))];
      return ack({ response_action: 'update', view: modal('plan.title', saved, parts.view) });
    }
    const size = SIZES.find((each) => String(each) === chosen) ?? USUAL_SIZE;
    await press(own, 'plan', String(size), read.data, parts);
    await ack({ response_action: 'update', view: plannedModal(size, own.kase, parts.view) });
    sendNote(size, own, parts);
  };
}
