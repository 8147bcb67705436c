import { checksOf, type FormValues, lineOf, optionOf } from '../../form-values.ts';
import { type Choice, checksInput, lineInput, selectInput } from '../inputs.ts';
import { filled, type PolicyForm } from './policy-form.ts';

const DAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;
const MOST_HOURS = 200;

const hour = (value: number): Choice => ({
  ...{ value: String(value), text: `${String(value).padStart(2, '0')}:00` },
});
const STARTS = Array.from({ length: 24 }, (_, index) => hour(index));
const ENDS = Array.from({ length: 24 }, (_, index) => hour(index + 1));

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== '';
  } catch {
    return false;
  }
}

/** A number of hours, or null for anything else. */
function hoursIn(text: string): number | null {
  const hours = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return hours >= 1 && hours <= MOST_HOURS ? hours : null;
}

function read(values: FormValues) {
  const days = checksOf(values, 'days').map(Number);
  const from = Number(optionOf(values, 'from') ?? 9);
  const to = Number(optionOf(values, 'to') ?? 17);
  const zone = lineOf(values, 'zone');
  const remind = hoursIn(lineOf(values, 'remind'));
  const escalate = hoursIn(lineOf(values, 'escalate'));
  const early = remind !== null && escalate !== null && escalate <= remind;
  return filled(
    {
      workingHours: { days, from, to, zone },
      remindAfterHours: remind ?? 0,
      escalateAfterHours: escalate ?? 0,
    },
    {
      days: days.length === 0 ? 'policy.fault.no-days' : null,
      to: to <= from ? 'policy.fault.end' : null,
      zone: isZone(zone) ? null : 'policy.fault.zone',
      remind: remind === null ? 'policy.fault.hours' : null,
      escalate:
        escalate === null ? 'policy.fault.hours' : early ? 'policy.fault.escalate-early' : null,
    },
  );
}

/** When people may be asked something, and what happens to what waits too long. */
export const hoursForm: PolicyForm = {
  read,
  inputs: ({ workingHours, remindAfterHours, escalateAfterHours }, { say }) => {
    const field = (id: string) => ({ id, label: say(`policy.field.${id}`) });
    const hinted = (id: string) => ({ ...field(id), hint: say(`policy.hint.${id}`) });
    return [
      checksInput(
        field('days'),
        DAYS.map((value) => ({ value, text: say(`policy.day.${value}`) })),
        workingHours.days.map(String),
      ),
      selectInput(field('from'), STARTS, String(workingHours.from)),
      selectInput(field('to'), ENDS, String(workingHours.to)),
      lineInput(hinted('zone'), workingHours.zone, 60),
      lineInput(hinted('remind'), String(remindAfterHours), 3),
      lineInput(hinted('escalate'), String(escalateAfterHours), 3),
    ];
  },
};
