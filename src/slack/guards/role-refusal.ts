import { type Denial, denial, type Rule, type Whose } from '../../pipeline/review/may.ts';
import type { Refusal } from '../views/refusal.ts';
import type { Roles } from './role.ts';

const SAID: Readonly<Record<Denial, Refusal>> = {
  guest: 'user-guest',
  external: 'user-external',
  bot: 'user-external',
  deactivated: 'user-external',
  unchecked: 'role-unchecked',
  'not-author': 'not-author',
  'not-supervisor': 'not-supervisor',
  'own-case': 'own-case',
  'not-owner': 'not-owner',
  'not-on-call': 'not-on-call',
};

/** How a denial is said. */
export const roleRefusalOf = (no: Denial): Refusal => SAID[no];

/** Who wants to do something, and whose case it is about. */
export interface Doer {
  readonly team: string;
  readonly user: string;
  readonly whose: Whose;
}

/** Why this person may not do what a rule covers, looked up anew; null when they may. */
export async function roleRefusal(
  rule: Rule,
  { team, user, whose }: Doer,
  roles: Roles,
): Promise<Refusal | null> {
  const no = denial(rule, await roles(team, user), whose);
  return no === null ? null : SAID[no];
}
