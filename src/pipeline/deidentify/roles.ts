import type { ROLES } from './tokens.ts';

export type Role = (typeof ROLES)[number] | 'client' | 'clinician';

const KIN: Readonly<Record<Exclude<Role, 'client' | 'clinician'>, string>> = {
  mother: 'mother mom mum mam mama mommy mummy ma',
  father: 'father dad dada daddy papa pops',
  parent: 'parent carer caregiver guardian',
  'step-parent': 'stepmother stepmom stepmum stepfather stepdad foster-mother foster-mum',
  grandmother: 'grandmother grandma granny gran nan nana nanna nonna abuela oma babcia',
  grandfather: 'grandfather grandpa granddad grandad abuelo opa',
  grandparent: 'grandparent great-aunt great-uncle',
  sister: 'sister sis half-sister stepsister step-sister twin-sister',
  brother: 'brother bro half-brother stepbrother step-brother',
  sibling: 'sibling twin triplet siblings twins',
  daughter: 'daughter stepdaughter step-daughter daughters',
  son: 'son stepson step-son sons',
  child: 'child kid baby toddler eldest youngest firstborn newborn kids children',
  grandchild: 'grandson granddaughter grandchild grandkid',
  aunt: 'aunt auntie aunty tia',
  uncle: 'uncle tio',
  cousin: 'cousin cousins',
  niece: 'niece',
  nephew: 'nephew',
  wife: 'wife wifey widow',
  husband: 'husband hubby widower',
  partner: 'partner boyfriend girlfriend bf gf fiance fiancee spouse lover',
  'ex-partner': 'ex ex-husband ex-wife ex-partner ex-boyfriend ex-girlfriend exhusband exwife',
  'in-law':
    'mother-in-law father-in-law sister-in-law brother-in-law mil fil daughter-in-law son-in-law',
  relative: 'relative godmother godfather goddaughter godson family',
  friend: 'friend bestie bff mate buddy pal friends sponsor',
  flatmate: 'flatmate roommate housemate roomie landlord landlady',
  neighbour: 'neighbour neighbor',
  colleague: 'coworker co-worker workmate classmate bandmate teammate',
  manager: 'manager boss employer foreman',
  teacher:
    'teacher tutor professor coach pastor priest imam rabbi minister principal headteacher doula midwife babysitter nanny lawyer attorney solicitor',
  official: 'officer judge detective sheriff magistrate',
  pet: 'dog cat horse puppy kitten rabbit hamster parrot pony',
};

const CLINICIAN =
  'therapist supervisor psychiatrist psychologist counsellor counselor prescriber gp doctor pcp nurse clinician cotherapist co-therapist co-leader coleader cofacilitator co-facilitator caseworker keyworker social-worker analyst trainee intern colleague midwife consultant physician paediatrician pediatrician cpn';
const CLIENT = 'client ct clt cl patient pt pts cts supervisee';

const BY_WORD = new Map<string, Role>([
  ...Object.entries(KIN).flatMap(([role, words]) =>
    words.split(' ').map((word) => [word, role as Role] as const),
  ),
  ...CLINICIAN.split(' ').map((word) => [word, 'clinician'] as const),
  ...CLIENT.split(' ').map((word) => [word, 'client'] as const),
]);

/** The role a word names ("mum" → mother, "pt" → client), or undefined. */
export function roleOf(form: string): Role | undefined {
  return BY_WORD.get(form);
}
