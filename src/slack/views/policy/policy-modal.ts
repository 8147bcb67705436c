import type { ModalView } from '@slack/types';
import type { WorkspacePolicy } from '../../../pipeline/settings/workspace-policy.ts';
import { section } from '../blocks.ts';
import { modal } from '../modal.ts';
import { plainButton } from '../plain-button.ts';
import type { ViewParts } from '../view-parts.ts';
import { casesForm } from './cases-form.ts';
import { hoursForm } from './hours-form.ts';
import type { PolicyForm } from './policy-form.ts';
import { reviewForm } from './review-form.ts';
import { safetyForm } from './safety-form.ts';

/** The parts of the policy, in the order Home shows them; each is its own modal. */
export const POLICY_FORMS = {
  review: reviewForm,
  safety: safetyForm,
  cases: casesForm,
  hours: hoursForm,
} as const satisfies Record<string, PolicyForm>;

export type PolicyPart = keyof typeof POLICY_FORMS;
export const POLICY_PARTS = Object.keys(POLICY_FORMS) as PolicyPart[];

/** `callback_id`s of the modals, with the part each is about. */
export const POLICY_MODALS: Readonly<Record<string, PolicyPart>> = {
  'policy-review': 'review',
  'policy-safety': 'safety',
  'policy-cases': 'cases',
  'policy-hours': 'hours',
};

/** One part of the policy to decide, with what holds so far. */
export function policyModal(
  part: PolicyPart,
  policy: WorkspacePolicy,
  parts: Pick<ViewParts, 'say'>,
): ModalView {
  const { say } = parts;
  const fields = POLICY_FORMS[part].inputs(policy, parts);
  return {
    ...modal(
      `policy.title.${part}`,
      [section('intro', say(`policy.intro.${part}`)), ...fields],
      parts,
    ),
    callback_id: `policy-${part}`,
    close: plainButton(say('button.cancel')),
    submit: plainButton(say('button.save')),
  };
}
