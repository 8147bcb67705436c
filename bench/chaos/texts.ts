import type { Random } from './random.ts';

/** Invented identifiers that must turn up nowhere but in what people wrote. */
export const IDENTIFIERS = [
  'Danielle Foster',
  'Pawtucket',
  '401-555-0136',
  'dfoster82@example.com',
  '078-05-1120',
  'MRN 00482913',
  '203.0.113.57',
] as const;

/** Turns of phrase that belong in Slack and, encrypted, in storage; plain nowhere else. */
export const PHRASES = [
  'stares at the kettle for minutes',
  'counts the books on my shelf aloud',
  'answers every question with a shrug and a yawn',
  'rearranges the cushions before she sits',
  'reads me the minutes of our last session',
] as const;

const OPENINGS = [
  'My client of eight months has gone quiet since I raised the fee.',
  'He told me again that I only tick a box, and that the worksheets are pointless.',
  'She agrees with everything I say and nothing moves between us.',
  'We argue about the homework every week and I hear myself lecture.',
  'She cancels on the day and then writes long messages at night.',
];
const MIDDLES = [
  'I asked about risk at the start of the month and there was nothing.',
  'I feel my stomach sink and fill the silence with advice.',
  'We agreed on panic at work as the goal, and we rarely get there.',
  'I notice that I dread the hour and look at the clock.',
];
const NEWS = [
  'New: today he apologised for everything and did not meet my eyes for the rest of the hour.',
  'I tried to name it and she laughed it off, then changed the subject.',
  'One more thing: she was early for the first time, and silent.',
  'I said sorry for being late and he went cold.',
];

/** One message of a clinician; some hold identifiers, all hold a phrase to look for. */
export function textOf(random: Random, isFirst: boolean): string {
  const phrase = `When I raise it she ${random.pick(PHRASES)}.`;
  const parts = isFirst ? [random.pick(OPENINGS), random.pick(MIDDLES)] : [random.pick(NEWS)];
  if (!random.chance(0.3)) return [...parts, phrase].join(' ');
  const [name = '', town = '', phone = '', mail = '', ssn = '', mrn = '', ip = ''] = IDENTIFIERS;
  const planted = random.pick([
    `Her name is ${name} and she lives in ${town}.`,
    `She texted me from ${phone} again.`,
    `She wrote from ${mail} at night.`,
    `Her SSN is ${ssn} on the form, ${mrn} in our system.`,
    `The login came from ${ip} at noon.`,
  ]);
  return [...parts, planted, phrase].join(' ');
}
