import type { Engine } from '../build-stages.ts';
import { createHear } from '../pipeline/rehearsal/hear.ts';
import type { Bells } from '../ring.ts';
import type { Rehearsals } from '../slack/rehearsals.ts';
import { createRehearsals } from './create-rehearsals.ts';
import type { RehearsalParts } from './rehearsal-parts.ts';
import { REHEARSAL_ALARM } from './take-practice.ts';

/** What rehearsals need besides the engine. */
type Around = Omit<RehearsalParts, 'stages' | 'knowledge' | 'played' | 'hear'>;

/** Puts rehearsals together, with the bell that has a message answered that was left behind. */
export function openRehearsals(
  { stages, knowledge, lint, rehearsal: played }: Engine,
  around: Around,
): { readonly rehearsals: Rehearsals; readonly bells: Bells } {
  const hear = createHear(played, knowledge.lexicons, lint);
  const { rehearsals, bell } = createRehearsals({ ...around, stages, knowledge, played, hear });
  return { rehearsals, bells: { [REHEARSAL_ALARM]: bell } };
}
