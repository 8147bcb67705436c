import type { ModalView } from '@slack/types';
import type { ForgottenPerson } from '../ways-in.ts';
import { section } from './blocks.ts';
import { modal } from './modal.ts';
import type { ViewParts } from './view-parts.ts';

/** `callback_id` of the modal that asks before everything about a person is deleted. */
export const FORGET_ME_MODAL = 'forget-me';

/** Asks before deleting everything about the person; carries nothing. */
export function forgetMeModal(parts: Pick<ViewParts, 'say'>): ModalView {
  const { say } = parts;
  return {
    ...modal('way.forget.title', [section('what', say('way.forget.text'))], parts),
    callback_id: FORGET_ME_MODAL,
    close: { type: 'plain_text', text: say('way.forget.no'), emoji: false },
    submit: { type: 'plain_text', text: say('way.forget.yes'), emoji: false },
  };
}

/** What was deleted, or that it has to be asked again. */
export function forgottenModal(
  done: ForgottenPerson | null,
  parts: Pick<ViewParts, 'say'>,
): ModalView {
  const { say } = parts;
  const text =
    done === null
      ? say('way.forget.failed')
      : say('way.forget.done', { cases: String(done.cases), parts: String(done.parts) });
  return modal('way.forget.title', [section('done', text)], parts);
}
