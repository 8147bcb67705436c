import { clamp } from './clamp.ts';
import { literal } from './literal.ts';

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** The clinician's own words between quotation marks, at most `max` characters of them. */
export function quote(words: string, max: number): string {
  const shown = clamp(literal(words), max);
  return RIGHT_TO_LEFT.test(shown) ? `“\u2068${shown}\u2069”` : `“${shown}”`;
}
