import type { Act } from '../../../pipeline/message.ts';
import { NEXT_SESSIONS } from '../../../pipeline/thread/follow-up/follow-up.ts';
import { Press } from '../../payload.ts';
import { pressId } from '../../turn-id.ts';
import { type Does, readActId } from '../../views/act-id.ts';
import type { ViewParts } from '../../views/view-parts.ts';

/** A press of one of our buttons, read: what it does, to which case, by whom, where. */
export interface Pressed {
  /** Opaque id; the same for every redelivery of this press. */
  readonly id: string;
  readonly does: Does;
  /** Taxonomy id of a tap, what was chosen from a list, else empty. */
  readonly label: string;
  /** The opaque case id the button carries; nothing is done that the kept case does not confirm. */
  readonly caseId: string;
  readonly by: string;
  /** Milliseconds since the epoch by Slack's clock, as for messages; null when it does not say. */
  readonly at: number | null;
  readonly channel: string;
  readonly thread: string;
  readonly trigger: string | null;
}

/** Acts that are queued for the case; every other press only opens something. */
const ACTS: readonly string[] = [
  'tap',
  'untap',
  'none-of-these',
  'in-hand',
  'still-open',
  'read-again',
  'another',
  'shorter',
  'softer',
  'rung',
  'helpful',
  'not-helpful',
  'next-session',
  'no-follow-ups',
  'show-reading',
] satisfies Act['does'][];

const WENT_BUTTON = /^went-(.{1,20})$/;

/** A tap must name an entry of the taxonomy that is not about safety; nothing else names one. */
function isSound(does: Does, label: string, { knowledge }: Pick<ViewParts, 'knowledge'>): boolean {
  if (does === 'next-session') return NEXT_SESSIONS.some((next) => next === label);
  if (does !== 'tap' && does !== 'untap') return label === '';
  return knowledge.taxonomy.some(({ id, family }) => id === label && family !== 'safety');
}

/** Reads a `block_actions` payload; null when it is malformed, forged or none of our buttons. */
export function readPress(body: unknown, install: string, view: ViewParts): Pressed | null {
  const read = Press.safeParse(body);
  if (!read.success) return null;
  const { actions, message, channel, user, trigger_id: trigger } = read.data;
  const [action] = actions;
  const act = action ? readActId(action.action_id) : null;
  const [caseId = '', chosen = ''] = (action?.value ?? action?.selected_option?.value ?? '').split(
    ' ',
  );
  const label = chosen === '' ? (act?.label ?? '') : chosen;
  if (!action || !act || !isSound(act.does, label, view)) return null;
  const thread = message.thread_ts ?? message.ts;
  const pressedAt = Number(action.action_ts ?? Number.NaN);
  const key = { team: install, channel: channel.id, thread };
  return {
    ...{ does: act.does, label, caseId },
    id: pressId(key, action.action_id, user.id, action.action_ts ?? trigger ?? ''),
    by: user.id,
    at: Number.isFinite(pressedAt) ? Math.round(pressedAt * 1000) : null,
    channel: channel.id,
    thread,
    trigger: trigger ?? null,
  };
}

/** What a press says about the case, or null when it only opens something. `now` in milliseconds. */
export function actOf({ id, by, at, does, label }: Pressed, now: number): Act | null {
  const went = WENT_BUTTON.exec(does)?.[1];
  if (went !== undefined) return { kind: 'act', id, by, at: at ?? now, does: 'went', value: went };
  const isAct = (each: Does): each is Does & Act['does'] => ACTS.includes(each);
  return isAct(does) ? { kind: 'act', id, by, at: at ?? now, does, value: label } : null;
}
