import type { ModalView } from '@slack/types';
import { roleRefusal } from '../../guards/role-refusal.ts';
import type { UnderReview } from '../../review-desk.ts';
import { type Refusal, refusal } from '../../views/refusal.ts';
import { withdrawnCard } from '../../views/review-card.ts';
import type { ReviewValue } from '../../views/review-ids.ts';
import { REVIEW_ACTIONS, REVIEW_RULES } from '../../views/review-ids.ts';
import { flagModal, questionModal, rewordModal } from '../../views/review-modals.ts';
import type { PressRoute } from '../actions/press-route.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { askSupervisor } from './ask-supervisor.ts';
import { type ReviewDone, readReviewPress } from './read-review.ts';

/** Tells whoever acted, privately and where the card stands, why nothing was done. */
function refuseReview(done: ReviewDone, no: Refusal, parts: ListenerParts): void {
  const { card, by: user, id } = done;
  parts.log.info('review.refused', { kind: done.deed, code: no });
  if (card === null) return;
  const { whisper, channels, view } = parts;
  const to = { channel: card.channel, user, thread: null };
  whisper(to, `${id}:no`, refusal(no, channels, null, view));
}

/** A card whose case is gone says so from now on. */
function takeDown({ card }: ReviewDone, parts: ListenerParts): void {
  if (card === null || card.ts === null) return;
  const { channel, ts } = card;
  parts.background.run('review.card-not-taken-down', async () => {
    const client = await parts.clientOf(parts.identity().install);
    const { text, blocks } = withdrawnCard(parts.view);
    await client.chat.update({ channel, ts, text, blocks });
  });
}

/**
 * What stands to be looked at, or why this person may not act on it: the case is gone, or it is their
 * own. The role itself was looked up before.
 */
export async function underReview(
  done: ReviewDone,
  parts: ListenerParts,
): Promise<UnderReview | Refusal> {
  const team = parts.identity().install;
  const under = await parts.review.look(team, done.caseId);
  if (under === null) {
    takeDown(done, parts);
    return 'review-gone';
  }
  const whose = under.review.author === done.by ? ('own' as const) : ('others' as const);
  return (await roleRefusal('reviewer', { team, user: done.by, whose }, parts.roles)) ?? under;
}

function modalOf({ deed }: ReviewDone, under: UnderReview, carried: Carried, parts: ListenerParts) {
  const { view } = parts;
  const modals: Readonly<Record<string, () => ModalView>> = {
    reword: () => rewordModal(under.assessment, carried, view),
    flag: () => flagModal(carried, view),
    'ask-back': () => questionModal(carried, view),
  };
  return modals[deed]?.() ?? null;
}

type Carried = ReviewValue & { readonly channel: string };

async function act(done: ReviewDone, parts: ListenerParts): Promise<Refusal | null> {
  const under = await underReview(done, parts);
  if (typeof under === 'string') return under;
  const { caseId, about, trigger, card, id, deed, by } = done;
  const modal = modalOf(done, under, { caseId, about, channel: card?.channel ?? '-' }, parts);
  const team = parts.identity().install;
  if (modal !== null) {
    if (trigger === null) return 'review-changed';
    const client = await parts.clientOf(team);
    await client.views.open({ trigger_id: trigger, view: modal });
    return null;
  }
  const deciding = { id, deed, by, at: parts.now(), about, note: null, reasons: [] };
  const became = await parts.review.decide(team, caseId, { ...deciding, words: new Map() });
  return refusalOf(became);
}

/** What is said of a decision that was not taken; nothing of one that was. */
export function refusalOf(
  became: Awaited<ReturnType<ListenerParts['review']['decide']>>,
): Refusal | null {
  if (became === 'changed') return 'review-changed';
  if (became === 'gone') return 'review-gone';
  return became === 'own-case' ? 'own-case' : null;
}

const OWN: readonly string[] = Object.keys(REVIEW_RULES);

async function follow(body: unknown, parts: ListenerParts): Promise<void> {
  const done = readReviewPress(body);
  if (done === null) return askSupervisor(body, parts);
  const no = await act(done, parts);
  if (no !== null) refuseReview(done, no, parts);
}

/** The buttons under a review card, and the one by which a clinician asks for a supervisor. */
export const followReview: PressRoute = {
  owns: (actionId) => OWN.includes(actionId) || Object.values(REVIEW_ACTIONS).includes(actionId),
  rules: REVIEW_RULES,
  follow,
};
