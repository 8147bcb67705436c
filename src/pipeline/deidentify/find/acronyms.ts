import { ACRONYM } from '../name-tables.ts';
import type { Searched } from '../searched.ts';

/** Around an unknown acronym: a score after it … */
const SCORE =
  /^(?:s?\b ?(?:=|:|of|at|was|is|score[ds]?|total|now|went|from|dropped|rose)?){1,2} ?\d{1,3}(?:\.\d)?\b(?![\d/-])|^-\d{1,2}\b/;
/** … or a noun that makes it an instrument or a method. */
const METHOD =
  /^-?(?:informed|based|trained|certified|focused|style)\b|^ (?:group|skills?|therapy|therapist|protocol|manual|training|scale|score|scores|screen|screener|screening|worksheets?|homework|diagnosis|module|modules|program|programme|symptoms|traits|assessment|treatment|work|techniques?|approach|model|exercises?|session|sessions|interview|questionnaire|checklist|inventory|index|measure|subscale|criteria|disorder|parts|level|levels|pathway|referral)\b/;

/** The acronym list knows it, alone or as a plural or verb: SSRIs, EMDR'd, DNAs. */
export function isAcronym(text: string, { tables }: Searched): boolean {
  const form = text.toLowerCase();
  if ((tables.known(form) & ACRONYM) !== 0) return true;
  const stem = form.replace(/(?:'?s|'?d|ed|ing|-?er|-?ish)$/, '');
  return stem.length > 1 && stem !== form && (tables.known(stem) & ACRONYM) !== 0;
}

/** An unknown acronym that its neighbours make an instrument, a method or a diagnosis. */
export function isMethod({ words, text }: Searched, at: number): boolean {
  const word = words[at];
  if (!word || word.form.length < 3) return false;
  const after = text.slice(word.full, word.full + 24);
  return SCORE.test(after) || METHOD.test(after);
}
