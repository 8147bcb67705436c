import type { NoRole, Role, Standing } from './roles.ts';

/** Whom an action is for. */
export type Rule =
  /** Any full member: it shows what stands there anyway, or is about their own words and choices. */
  | 'member'
  /** The one who brought the case. */
  | 'author'
  /** A supervisor, whoever brought the case. */
  | 'supervisor'
  /** A supervisor who did not bring the case: nobody decides about their own. */
  | 'reviewer'
  /** Who decides the policy of the workspace. */
  | 'owner'
  /** Who is on call, or a supervisor. */
  | 'on-call';

/** Whose case it is, seen from the person who acts; `none` where no case is in question. */
export type Whose = 'own' | 'others' | 'none';

/** Why something is not done. */
export type Denial =
  | NoRole
  | 'not-author'
  | 'not-supervisor'
  | 'own-case'
  | 'not-owner'
  | 'not-on-call';

/** Roles of which one is needed, and the denial when none is held. */
const NEEDS: Readonly<Record<Rule, readonly [readonly Role[], Denial]>> = {
  member: [['clinician'], 'unchecked'],
  author: [['clinician'], 'not-author'],
  supervisor: [['supervisor'], 'not-supervisor'],
  reviewer: [['supervisor'], 'not-supervisor'],
  owner: [['owner'], 'not-owner'],
  'on-call': [['on-call', 'supervisor'], 'not-on-call'],
};

/**
 * Why a person may not do what a rule covers, or null when they may. A role that could not be looked
 * up refuses with `unchecked`, so that the person is told to try again and not that they have lost it.
 */
export function denial(rule: Rule, standing: Standing, whose: Whose): Denial | null {
  if (standing.kind !== 'member') return standing.kind;
  const [needed, no] = NEEDS[rule];
  if (!needed.some((role) => standing.roles.has(role))) {
    return needed.some((role) => standing.unchecked.has(role)) ? 'unchecked' : no;
  }
  if (rule === 'author' && whose === 'others') return 'not-author';
  return rule === 'reviewer' && whose === 'own' ? 'own-case' : null;
}
