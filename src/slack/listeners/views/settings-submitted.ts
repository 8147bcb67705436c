import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { errorCode } from '../../error-code.ts';
import { FormSubmission } from '../../form-values.ts';
import { noteModal } from '../../views/note-modal.ts';
import { readSettings } from '../../views/settings-modal.ts';
import { publishHome } from '../home/publish-home.ts';
import type { ListenerParts } from '../listener-parts.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** Somebody chose their own settings: they are kept, it is said so, and Home is drawn anew. */
export function onSettingsSubmitted(parts: ListenerParts) {
  return async ({ ack, body }: Args): Promise<void> => {
    const read = FormSubmission.safeParse(body);
    if (!read.success) {
      await ack();
      return parts.log.warn('slack.view-unreadable');
    }
    const { user, view: sent } = read.data;
    const { view, log } = parts;
    const say = (key: string) => noteModal('settings.title', view.say(key), null, view);
    try {
      const settings = readSettings(sent.state.values);
      await parts.home.saveSettings(parts.identity().install, user.id, settings);
      await ack({ response_action: 'update', view: say('settings.saved') });
    } catch (error) {
      log.warn('home.settings-not-saved', { code: errorCode(error) });
      return ack({ response_action: 'update', view: say('settings.failed') });
    }
    publishHome(user.id, parts);
  };
}
