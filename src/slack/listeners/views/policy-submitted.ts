import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { errorCode } from '../../error-code.ts';
import { FormSubmission } from '../../form-values.ts';
import { noteModal } from '../../views/note-modal.ts';
import { POLICY_FORMS, POLICY_MODALS } from '../../views/policy/policy-modal.ts';
import { publishHome } from '../home/publish-home.ts';
import type { ListenerParts } from '../listener-parts.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/**
 * An owner decided a part of the policy: faults are named at their fields, else it is kept, noted in
 * the audit and said, and Home is drawn anew. The gate before it has looked up that it is an owner.
 */
export function onPolicySubmitted(parts: ListenerParts) {
  return async ({ ack, body }: Args): Promise<void> => {
    const read = FormSubmission.safeParse(body);
    const part = read.success ? POLICY_MODALS[read.data.view.callback_id] : undefined;
    if (!read.success || part === undefined) {
      await ack();
      return parts.log.warn('slack.view-unreadable');
    }
    const { view, log } = parts;
    const user = read.data.user.id;
    const filled = POLICY_FORMS[part].read(read.data.view.state.values);
    if (!filled.ok) {
      const faults = Object.entries(filled.faults).map(([field, key]) => [field, view.say(key)]);
      return ack({ response_action: 'errors', errors: Object.fromEntries(faults) });
    }
    const say = (key: string) => noteModal(`policy.title.${part}`, view.say(key), null, view);
    try {
      await parts.home.savePolicy(parts.identity().install, user, filled.change, part);
      await ack({ response_action: 'update', view: say('policy.saved') });
    } catch (error) {
      log.warn('home.policy-not-saved', { code: errorCode(error) });
      return ack({ response_action: 'update', view: say('policy.failed') });
    }
    publishHome(user, parts);
  };
}
