import type { ModalView } from '@slack/types';
import type { CaseThread } from '../../../pipeline/thread/case-thread.ts';
import type { Does } from '../../views/act-id.ts';
import { bothSidesModal } from '../../views/both-sides-modal.ts';
import { deleteModal } from '../../views/delete-modal.ts';
import { guessModal, lineModal } from '../../views/line-modal.ts';
import { optionsModal } from '../../views/options-modal.ts';
import { placeValue } from '../../views/place-value.ts';
import { planModal } from '../../views/plan-modal.ts';
import type { ViewParts } from '../../views/view-parts.ts';
import { whyModal } from '../../views/why-modal.ts';
import { wordsModal } from '../../views/words-modal.ts';
import type { ListenerParts } from '../listener-parts.ts';
import type { Pressed } from './read-press.ts';
import { showWhere } from './show-where.ts';

/** The modal a press asks for, or null when there is nothing to show in it. */
type Make = (kase: CaseThread, view: ViewParts) => ModalView | null;

const MODALS: Readonly<Partial<Record<Does, Make>>> = {
  delete: ({ key }, view) => deleteModal(key, view),
  'add-line': ({ key }, view) => lineModal(key, view),
  guess: ({ key }, view) => guessModal(key, view),
  plan: (kase, view) => (kase.assessment === null ? null : planModal(kase, view)),
  why: ({ assessment, lastAt, key, id }, view) =>
    assessment && whyModal(assessment, lastAt, view, placeValue(key, id)),
  'all-words': ({ assessment }, view) => assessment && wordsModal(assessment, view),
  'all-options': ({ assessment }, view) => assessment && optionsModal(assessment, view),
  'both-sides': ({ assessment, lastAt }, view) =>
    assessment?.formulation
      ? bothSidesModal(assessment.formulation, assessment, lastAt, view)
      : null,
};

/** Opens what a press asks for; Slack allows three seconds from the press. */
export async function openModal(
  pressed: Pressed,
  kase: CaseThread,
  parts: ListenerParts,
): Promise<void> {
  const { stage } = kase;
  if (pressed.does === 'where' && stage !== null && pressed.trigger !== null) {
    return showWhere(pressed.trigger, stage, parts);
  }
  const { clientOf, identity, view, log } = parts;
  const modal = MODALS[pressed.does]?.(kase, view) ?? null;
  if (modal === null || pressed.trigger === null) {
    return log.warn('slack.nothing-to-open', { kind: pressed.does });
  }
  const client = await clientOf(identity().install);
  await client.views.open({ trigger_id: pressed.trigger, view: modal });
}
