import type { ButtonParts } from '../blocks.ts';
import type { ViewParts } from '../view-parts.ts';

/** The button under a case that opens a rehearsal. */
export const REHEARSE = 'rehearse';

/** 'Rehearse', carrying the opaque id of the case. */
export function rehearseButton(caseId: string, { say }: Pick<ViewParts, 'say'>): ButtonParts {
  return { text: say('button.rehearse'), does: REHEARSE, value: caseId };
}
