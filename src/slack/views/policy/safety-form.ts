import { type FormValues, lineOf, usersOf } from '../../form-values.ts';
import { lineInput, usersInput } from '../inputs.ts';
import { filled, type PolicyForm } from './policy-form.ts';

const CONTACTS = ['emergency', 'crisis', 'duty'] as const;
const LONGEST = 200;

const contactOf = (values: FormValues, name: string) => {
  const line = lineOf(values, `contact-${name}`).replace(/\s+/g, ' ');
  return line === '' ? null : line;
};

/** Whom a safety reply names, and who is told at once. */
export const safetyForm: PolicyForm = {
  inputs: (policy, { say }) => [
    ...CONTACTS.map((name) =>
      lineInput(
        {
          id: `contact-${name}`,
          label: say(`policy.field.contact-${name}`),
          hint: say(`policy.hint.contact-${name}`),
        },
        policy.contacts[name] ?? '',
        LONGEST,
      ),
    ),
    usersInput(
      { id: 'on-call', label: say('policy.field.on-call'), hint: say('policy.hint.on-call') },
      policy.onCall,
    ),
  ],
  read: (values) =>
    filled(
      {
        contacts: {
          emergency: contactOf(values, 'emergency'),
          crisis: contactOf(values, 'crisis'),
          duty: contactOf(values, 'duty'),
        },
        onCall: usersOf(values, 'on-call'),
      },
      {},
    ),
};
