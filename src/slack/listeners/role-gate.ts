import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import type { Rule } from '../../pipeline/review/may.ts';
import { roleRefusal } from '../guards/role-refusal.ts';
import { listedRule, MODAL_RULES, RULES } from '../guards/rule-of.ts';
import { GatedPress, GatedSubmission } from '../payload.ts';
import { readActId } from '../views/act-id.ts';
import { section } from '../views/blocks.ts';
import { modal } from '../views/modal.ts';
import { type Refusal, refusal, refusalWords } from '../views/refusal.ts';
import { PRESS_ROUTES } from './actions/press-routes.ts';
import type { ListenerParts } from './listener-parts.ts';

type Args = AnyMiddlewareArgs & AllMiddlewareArgs;

const verbOf = (actionId: string) => actionId.split(':')[0] ?? '';

/**
 * Whom a button is for, by its `action_id`; null for an id that is none of ours, `unruled` for one of
 * ours that nobody has decided about, which is refused.
 */
function ruleOfAction(actionId: string): Rule | 'unruled' | null {
  const route = PRESS_ROUTES.find(({ owns }) => owns(actionId));
  if (route !== undefined) {
    const rule = listedRule(route.rules, verbOf(actionId));
    return rule === undefined ? 'unruled' : rule;
  }
  const act = readActId(actionId);
  return act === null ? null : RULES[act.does];
}

/** Says no privately where the button stands, or in a modal where there is no channel, as in the Home tab. */
function tell(no: Refusal, press: GatedPress, kind: string, parts: ListenerParts): void {
  const { user, channel, container, message, trigger_id: trigger, actions } = press;
  const { whisper, background, channels, view, now, clientOf, identity } = parts;
  const place = channel?.id || container?.channel_id;
  if (place) {
    const thread = message?.thread_ts ?? container?.thread_ts ?? null;
    const once = `${user.id}:${kind}:${actions[0]?.action_ts ?? now()}:role`;
    whisper({ channel: place, user: user.id, thread }, once, refusal(no, channels, null, view));
  } else if (trigger) {
    const words = section('no', refusalWords(no, channels, view));
    background.run('slack.refusal-unsaid', async () => {
      const client = await clientOf(identity().install);
      const shown = modal('roles.refused.title', [words], view);
      await client.views.open({ trigger_id: trigger, view: shown });
    });
  }
}

/** A press by somebody it is not for is answered privately where they are; true when it was stopped. */
async function stopsPress(body: unknown, parts: ListenerParts): Promise<boolean> {
  const read = GatedPress.safeParse(body);
  const [action] = read.success ? read.data.actions : [];
  if (!read.success || action === undefined) {
    parts.log.warn('slack.press-unreadable');
    return true;
  }
  const rule = ruleOfAction(action.action_id);
  if (rule === null) return false;
  const kind = verbOf(action.action_id);
  if (rule === 'unruled') {
    parts.log.error('slack.rule-missing', { kind });
    return true;
  }
  const { user } = read.data;
  const doer = { team: parts.identity().install, user: user.id, whose: 'none' as const };
  const no = await roleRefusal(rule, doer, parts.roles);
  if (no === null) return false;
  parts.log.info('slack.press-refused', { kind, code: no });
  tell(no, read.data, kind, parts);
  return true;
}

/** What a submitted modal says instead of doing anything, or null when it may go on. */
async function stopsSubmission(body: unknown, parts: ListenerParts) {
  const read = GatedSubmission.safeParse(body);
  if (!read.success) return null;
  const { user, view: sent } = read.data;
  const rule = listedRule(MODAL_RULES, sent.callback_id) ?? 'member';
  const doer = { team: parts.identity().install, user: user.id, whose: 'none' as const };
  const no = await roleRefusal(rule, doer, parts.roles);
  if (no === null) return null;
  parts.log.info('slack.submission-refused', { kind: sent.callback_id, code: no });
  const { view, channels } = parts;
  return modal('roles.refused.title', [section('no', refusalWords(no, channels, view))], view);
}

/**
 * Goes before every listener: who presses or submits is looked up anew, and whoever it is not for is
 * told so while nothing else happens. Whose case it is about is seen to where the case is loaded.
 */
export function roleGate(parts: ListenerParts) {
  return async ({ body, next, ...args }: Args): Promise<void> => {
    const { type } = body as { type?: string };
    const ack = 'ack' in args ? (args.ack as (answer?: unknown) => Promise<void>) : async () => {};
    if (type === 'block_actions' && (await stopsPress(body, parts))) return ack();
    const no = type === 'view_submission' ? await stopsSubmission(body, parts) : null;
    if (no !== null) return ack({ response_action: 'update', view: no });
    await next();
  };
}
