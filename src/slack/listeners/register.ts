import type { App } from '@slack/bolt';
import { CORRECTION_MODALS } from '../views/correction-modal.ts';
import { DELETE_MODAL } from '../views/delete-modal.ts';
import { EDIT_MODAL } from '../views/edit-modal.ts';
import { FEEDBACK_MODAL } from '../views/feedback-modal.ts';
import { FORGET_ME_MODAL } from '../views/forget-me-modal.ts';
import { INTAKE_MODAL } from '../views/intake-modal.ts';
import { ADD_LINE, NOTE_GUESS } from '../views/line-modal.ts';
import { MAKE_PLAN, STEP_PLAN } from '../views/plan-modal.ts';
import { POLICY_MODALS } from '../views/policy/policy-modal.ts';
import { READING_CORRECTION_MODAL } from '../views/reading-correction-modal.ts';
import { REVIEW_MODALS } from '../views/review-ids.ts';
import { SETTINGS_MODAL } from '../views/settings-modal.ts';
import { SHARE_MODAL } from '../views/share-modal.ts';
import { onPress } from './actions/press-button.ts';
import { COMMAND, onCommand } from './commands/impasse.ts';
import { onHomeOpened } from './events/app-home-opened.ts';
import { onAppMention } from './events/app-mention.ts';
import { onMessage } from './events/message.ts';
import { onTokensRevoked, onUninstalled } from './events/uninstalled.ts';
import type { ListenerParts } from './listener-parts.ts';
import { onReviewSubmitted } from './review/review-submitted.ts';
import { roleGate } from './role-gate.ts';
import { ASK_SHORTCUT, onAskAbout } from './shortcuts/ask-about.ts';
import { onDeleteCase } from './views/delete-case.ts';
import { onFeedback } from './views/feedback-given.ts';
import { onForgetMe } from './views/forget-me.ts';
import { onIntakeSubmitted } from './views/intake-submitted.ts';
import { onLineAdded } from './views/line-added.ts';
import { onPlanMade } from './views/plan-made.ts';
import { onPolicySubmitted } from './views/policy-submitted.ts';
import { onPutRight } from './views/put-right.ts';
import { onReadingCorrected } from './views/reading-corrected.ts';
import { onSettingsSubmitted } from './views/settings-submitted.ts';
import { onShareSubmitted } from './views/share-submitted.ts';
import { onTextEdited } from './views/text-edited.ts';

/** Events listened to; manifest.yml subscribes to exactly these. */
export const EVENTS = [
  'app_mention',
  'message',
  'app_home_opened',
  'app_uninstalled',
  'tokens_revoked',
] as const;

/** Slash commands and shortcuts listened to; manifest.yml has exactly these. */
export const COMMANDS = [COMMAND] as const;
export const SHORTCUTS = [ASK_SHORTCUT] as const;

/** Registers one listener for each kind of payload; each routes inside. */
export function registerListeners(app: App, parts: ListenerParts): void {
  app.use(roleGate(parts));
  app.event('app_mention', onAppMention(parts));
  app.event('message', onMessage(parts));
  app.event('app_home_opened', onHomeOpened(parts));
  app.event('app_uninstalled', onUninstalled(parts));
  app.event('tokens_revoked', onTokensRevoked(parts));
  app.action({ type: 'block_actions' }, onPress(parts));
  app.view({ type: 'view_submission', callback_id: DELETE_MODAL }, onDeleteCase(parts));
  app.command(COMMAND, onCommand(parts));
  app.shortcut({ type: 'message_action', callback_id: ASK_SHORTCUT }, onAskAbout(parts));
  app.view({ type: 'view_submission', callback_id: EDIT_MODAL }, onTextEdited(parts));
  app.view({ type: 'view_submission', callback_id: INTAKE_MODAL }, onIntakeSubmitted(parts));
  app.view({ type: 'view_submission', callback_id: FORGET_ME_MODAL }, onForgetMe(parts));
  app.view({ type: 'view_submission', callback_id: SHARE_MODAL }, onShareSubmitted(parts));
  app.view({ type: 'view_submission', callback_id: FEEDBACK_MODAL }, onFeedback(parts));
  app.view(
    { type: 'view_submission', callback_id: READING_CORRECTION_MODAL },
    onReadingCorrected(parts),
  );
  for (const callback_id of Object.keys(REVIEW_MODALS)) {
    app.view({ type: 'view_submission', callback_id }, onReviewSubmitted(parts));
  }
  app.view({ type: 'view_submission', callback_id: SETTINGS_MODAL }, onSettingsSubmitted(parts));
  for (const callback_id of Object.keys(POLICY_MODALS)) {
    app.view({ type: 'view_submission', callback_id }, onPolicySubmitted(parts));
  }
  for (const callback_id of [ADD_LINE, NOTE_GUESS]) {
    app.view({ type: 'view_submission', callback_id }, onLineAdded(parts));
  }
  for (const callback_id of [MAKE_PLAN, STEP_PLAN]) {
    app.view({ type: 'view_submission', callback_id }, onPlanMade(parts));
  }
  for (const callback_id of Object.keys(CORRECTION_MODALS)) {
    app.view({ type: 'view_submission', callback_id }, onPutRight(parts));
  }
}
