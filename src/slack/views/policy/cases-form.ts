import { channelsOf, checksOf, type FormValues, lineOf } from '../../form-values.ts';
import { LIMITS } from '../../limits.ts';
import { channelsInput, checksInput, lineInput } from '../inputs.ts';
import { filled, type PolicyForm } from './policy-form.ts';

const SWITCHES = ['followUps', 'digest', 'paused'] as const;
const MOST_DAYS = 365;

function read(values: FormValues) {
  const channels = channelsOf(values, 'channels');
  const days = lineOf(values, 'retention');
  const number = /^\d{1,3}$/.test(days) ? Number(days) : 0;
  const isDays = days === '' || (number >= 1 && number <= MOST_DAYS);
  const on = checksOf(values, 'switches');
  return filled(
    {
      channels: channels.length === 0 ? null : channels,
      retentionDays: days === '' ? null : number,
      followUps: on.includes('followUps'),
      digest: on.includes('digest'),
      paused: on.includes('paused'),
    },
    { retention: isDays ? null : 'policy.fault.days' },
  );
}

/** Where cases may be brought, how long they are kept, and what is asked and told. */
export const casesForm: PolicyForm = {
  read,
  inputs: (policy, { say }) => {
    const hinted = (id: string) => ({
      ...{ id, label: say(`policy.field.${id}`), hint: say(`policy.hint.${id}`) },
    });
    const ids = (policy.channels ?? []).filter((channel) => /^[CG][A-Z0-9]{2,}$/.test(channel));
    return [
      channelsInput(hinted('channels'), ids, LIMITS.selected),
      lineInput(hinted('retention'), policy.retentionDays?.toString() ?? '', 3),
      checksInput(
        { id: 'switches', label: say('policy.field.switches') },
        SWITCHES.map((value) => ({ value, text: say(`policy.switch.${value}`) })),
        SWITCHES.filter((each) => policy[each]),
      ),
    ];
  },
};
