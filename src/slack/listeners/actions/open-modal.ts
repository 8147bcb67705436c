import type { ModalView } from '@slack/types';
import type { CaseThread } from '../../../pipeline/thread/case-thread.ts';
import { bothSidesModal } from '../../views/both-sides-modal.ts';
import { deleteModal } from '../../views/delete-modal.ts';
import { optionsModal } from '../../views/options-modal.ts';
import type { ViewParts } from '../../views/view-parts.ts';
import { whyModal } from '../../views/why-modal.ts';
import { wordsModal } from '../../views/words-modal.ts';
import type { ListenerParts } from '../listener-parts.ts';
import type { Pressed } from './read-press.ts';

/** The modal a press asks for, or null when there is nothing to show in it. */
function modalFor(pressed: Pressed, kase: CaseThread, view: ViewParts): ModalView | null {
  const { assessment, lastAt } = kase;
  if (pressed.does === 'delete') return deleteModal(kase.key, view);
  if (assessment === null) return null;
  if (pressed.does === 'why') return whyModal(assessment, lastAt, view);
  if (pressed.does === 'all-words') return wordsModal(assessment.suggestions, view);
  if (pressed.does === 'all-options') return optionsModal(assessment, view);
  if (pressed.does !== 'both-sides' || assessment.formulation === null) return null;
  return bothSidesModal(assessment.formulation, lastAt, view);
}

/** Opens what a press asks for; Slack allows three seconds from the press. */
export async function openModal(
  pressed: Pressed,
  kase: CaseThread,
  { clientOf, identity, view, log }: ListenerParts,
): Promise<void> {
  const modal = modalFor(pressed, kase, view);
  if (modal === null || pressed.trigger === null) {
    return log.warn('slack.nothing-to-open', { kind: pressed.does });
  }
  const client = await clientOf(identity().install);
  await client.views.open({ trigger_id: pressed.trigger, view: modal });
}
