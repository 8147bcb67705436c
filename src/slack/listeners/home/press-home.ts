import type { ModalView } from '@slack/types';
import type { Rule } from '../../../pipeline/review/may.ts';
import { roleRefusal } from '../../guards/role-refusal.ts';
import { listedRule } from '../../guards/rule-of.ts';
import { OpeningPress } from '../../payload.ts';
import { forgetMeModal } from '../../views/forget-me-modal.ts';
import { HOME_IDS, readFilter } from '../../views/home/home-ids.ts';
import { intakeModal } from '../../views/intake-modal.ts';
import { POLICY_PARTS, policyModal } from '../../views/policy/policy-modal.ts';
import { settingsModal } from '../../views/settings-modal.ts';
import { type PressRoute, pressedId } from '../actions/press-route.ts';
import type { ListenerParts } from '../listener-parts.ts';
import { publishHome } from './publish-home.ts';
import { showTrends } from './show-trends.ts';

const RULES: Readonly<Record<string, Rule>> = {
  [HOME_IDS.new]: 'member',
  [HOME_IDS.settings]: 'member',
  [HOME_IDS.forget]: 'member',
  [HOME_IDS.filter]: 'supervisor',
  [HOME_IDS.trends]: 'supervisor',
  [HOME_IDS.policy]: 'owner',
};

/** The modal an `action_id` asks for, or null when it asks for something else. */
async function modalFor(
  actionId: string,
  user: string,
  parts: ListenerParts,
): Promise<ModalView | null> {
  const { view, home, policies } = parts;
  const team = parts.identity().install;
  const [verb, name] = actionId.split(':');
  if (verb === HOME_IDS.new) return intakeModal(null, view);
  if (verb === HOME_IDS.forget) return forgetMeModal(view);
  if (verb === HOME_IDS.settings) return settingsModal(await home.settings(team, user), view);
  const part = verb === HOME_IDS.policy ? POLICY_PARTS.find((each) => each === name) : undefined;
  return part === undefined ? null : policyModal(part, await policies.read(team), view);
}

async function follow(body: unknown, parts: ListenerParts): Promise<void> {
  const read = OpeningPress.safeParse(body);
  const actionId = pressedId(body);
  if (!read.success) return parts.log.warn('slack.press-unreadable');
  const { user, trigger_id: trigger } = read.data;
  const team = parts.identity().install;
  const rule = listedRule(RULES, actionId.split(':')[0] ?? '') ?? 'owner';
  const doer = { team, user: user.id, whose: 'none' as const };
  const filter = readFilter(actionId);
  const no = await roleRefusal(rule, doer, parts.roles);
  if (no !== null || filter !== null) return publishHome(user.id, parts, filter ?? undefined);
  if (!trigger) return parts.log.warn('slack.press-unreadable');
  if (actionId === HOME_IDS.trends) return showTrends(trigger, parts);
  const modal = await modalFor(actionId, user.id, parts);
  if (modal === null) return parts.log.warn('slack.press-unreadable');
  const client = await parts.clientOf(team);
  await client.views.open({ trigger_id: trigger, view: modal });
}

/**
 * What is pressed in the Home tab. Who presses is looked up at every press; for somebody it is not for
 * any more, the page is drawn anew without it.
 */
export const pressHome: PressRoute = {
  owns: (actionId) => (actionId.split(':')[0] ?? '') in RULES,
  rules: RULES,
  follow,
};
