import { channelsOf, type FormValues, lineOf, optionOf, usersOf } from '../../form-values.ts';
import { channelsInput, lineInput, radioInput, usersInput } from '../inputs.ts';
import { filled, type PolicyForm } from './policy-form.ts';

const GROUP = /^S[A-Z0-9]{6,30}$/;

function read(values: FormValues) {
  const review = optionOf(values, 'review') === 'gate' ? 'gate' : 'open';
  const [supervisionChannel = null] = channelsOf(values, 'supervision-channel');
  const group = lineOf(values, 'supervisor-group').toUpperCase();
  const supervisors = usersOf(values, 'supervisors');
  const nobody = group === '' && supervisors.length === 0;
  return filled(
    {
      ...{ review, supervisionChannel, supervisors },
      ...{ supervisorGroup: group === '' ? null : group, owners: usersOf(values, 'owners') },
    },
    {
      'supervisor-group': group === '' || GROUP.test(group) ? null : 'policy.fault.group',
      supervisors: review === 'gate' && nobody ? 'policy.fault.nobody' : null,
      'supervision-channel':
        review === 'gate' && supervisionChannel === null ? 'policy.fault.no-channel' : null,
    },
  );
}

/** Who looks at what, and whether before or after it is shown. */
export const reviewForm: PolicyForm = {
  read,
  inputs: (policy, { say }) => {
    const field = (id: string) => ({ id, label: say(`policy.field.${id}`) });
    const hinted = (id: string) => ({ ...field(id), hint: say(`policy.hint.${id}`) });
    const { supervisionChannel: channel, supervisorGroup: group } = policy;
    return [
      radioInput(
        hinted('review'),
        ['open', 'gate'].map((value) => ({ value, text: say(`policy.review.${value}`) })),
        policy.review,
      ),
      channelsInput(hinted('supervision-channel'), channel === null ? [] : [channel], 1),
      usersInput(field('supervisors'), policy.supervisors),
      lineInput(hinted('supervisor-group'), group ?? '', 40),
      usersInput(hinted('owners'), policy.owners),
    ];
  },
};
