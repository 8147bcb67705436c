import { OwnPress } from '../../payload.ts';
import { type OwnDoes, readActId } from '../../views/act-id.ts';
import { type PlaceValue, readPlaceValue } from '../../views/place-value.ts';

/** A press about one's own message, read. */
export interface OwnPressed extends PlaceValue {
  readonly does: OwnDoes;
  readonly by: string;
  /** Milliseconds since the epoch by Slack's clock, or null when it does not say. */
  readonly at: number | null;
  readonly trigger: string | null;
  /** True inside a modal, on which the next one is laid. */
  readonly inModal: boolean;
}

const OWN: readonly string[] = [
  'as-read',
  'send-text',
  'edit-text',
  'cancel-text',
  'missed',
  'not-identifier',
] satisfies OwnDoes[];

const isOwn = (does: string): does is OwnDoes => OWN.includes(does);

/** Where the button stands, by Slack's own account: in a message of ours, or in a private note. */
function placeOf({ message, channel, container }: OwnPress): PlaceValue | null {
  const where = channel?.id ?? container?.channel_id;
  const thread = message?.thread_ts ?? message?.ts ?? container?.thread_ts ?? container?.message_ts;
  return where && thread ? { channel: where, thread, turn: null } : null;
}

/**
 * Reads a press about one's own message; null for anything else. The place a button carries decides
 * nothing: whose message stands there is looked up at every press.
 */
export function readOwnPress(body: unknown): OwnPressed | null {
  const read = OwnPress.safeParse(body);
  const action = read.success ? read.data.actions[0] : undefined;
  const act = action ? readActId(action.action_id) : null;
  if (!read.success || !action || !act || !isOwn(act.does) || act.label !== '') return null;
  const { user, view, trigger_id: trigger } = read.data;
  const place =
    readPlaceValue(action.value ?? '') ??
    readPlaceValue(view?.private_metadata ?? '') ??
    placeOf(read.data);
  if (place === null) return null;
  const at = Math.round(Number(action.action_ts ?? Number.NaN) * 1000);
  return {
    ...{ ...place, does: act.does, by: user.id, trigger: trigger ?? null },
    at: Number.isFinite(at) ? at : null,
    inModal: view !== null && view !== undefined,
  };
}
