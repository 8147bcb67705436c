import { FLAG_REASONS, type FlagReason, type ReviewDeed } from '../../../pipeline/review/review.ts';
import { ReviewPress, ReviewSubmission } from '../../payload.ts';
import { deedId } from '../../turn-id.ts';
import { cardId, REVIEW_ACTIONS, REVIEW_MODALS, readReviewValue } from '../../views/review-ids.ts';
import { turnOf } from '../../views/turn-mark.ts';

/** A press under a review card, or a modal of one that was sent: what, about which case, by whom. */
export interface ReviewDone {
  /** Opaque id; the same for every redelivery. */
  readonly id: string;
  readonly deed: ReviewDeed;
  readonly caseId: string;
  readonly about: string;
  readonly by: string;
  /** Where it was pressed; `ts` is that of the card itself, null for any other message. */
  readonly card: { readonly channel: string; readonly ts: string | null } | null;
  readonly trigger: string | null;
}

/** What was typed and chosen in a modal. */
export interface ReviewFields {
  readonly words: ReadonlyMap<number, string>;
  readonly note: string | null;
  readonly reasons: readonly FlagReason[];
}

const DEEDS = new Map(
  Object.entries(REVIEW_ACTIONS).map(([deed, id]) => [id, deed as ReviewDeed] as const),
);
const METADATA = /^(.{10,80}) ([CGD][A-Z0-9]{2,30}|-)$/;

/** Reads a press under a card; null when it is malformed or forged. */
export function readReviewPress(body: unknown): ReviewDone | null {
  const read = ReviewPress.safeParse(body);
  const [action] = read.success ? read.data.actions : [];
  const deed = DEEDS.get(action?.action_id ?? '');
  const value = readReviewValue(action?.value ?? '');
  if (!read.success || deed === undefined || value === null || !action) return null;
  const { user, channel, message, trigger_id: trigger } = read.data;
  const pressed = action.action_ts ?? trigger ?? '';
  const isCard = turnOf(message?.blocks) === cardId(value);
  return {
    ...{ ...value, deed, by: user.id, trigger: trigger ?? null },
    id: deedId(deed, value.caseId, user.id, pressed),
    card: channel ? { channel: channel.id, ts: isCard ? (message?.ts ?? null) : null } : null,
  };
}

/** Reads a modal that was sent; null when it is malformed or forged. */
export function readReviewModal(body: unknown): (ReviewDone & ReviewFields) | null {
  const read = ReviewSubmission.safeParse(body);
  if (!read.success) return null;
  const { user, view } = read.data;
  const deed = REVIEW_MODALS[view.callback_id];
  const [, carried = '', channel = '-'] = METADATA.exec(view.private_metadata) ?? [];
  const value = readReviewValue(carried);
  if (deed === undefined || value === null) return null;
  const fields = Object.entries(view.state?.values ?? {}).map(
    ([block, by]) => [block, Object.values(by)[0]] as const,
  );
  const words = fields.flatMap(([block, field]) => {
    const number = /^words-(\d)$/.exec(block)?.[1];
    return number === undefined || field?.value == null
      ? []
      : [[Number(number), field.value] as const];
  });
  const chosen = fields.flatMap(([, field]) => field?.selected_options ?? []);
  return {
    ...{ ...value, deed, by: user.id, trigger: null },
    id: deedId(deed, value.caseId, user.id, view.id ?? ''),
    card: channel === '-' ? null : { channel, ts: null },
    words: new Map(words),
    note: fields.find(([block]) => block === 'note')?.[1]?.value ?? null,
    reasons: FLAG_REASONS.filter((reason) => chosen.some(({ value: one }) => one === reason)),
  };
}
