import { type NameTables, WORD } from '../name-tables.ts';

const VOWELS = 'aeiou';

/** A slip of the keyboard: one letter too many, one too few or two swapped in an ordinary word. */
export function isSlip(form: string, tables: NameTables): boolean {
  const known = (word: string) => word.length > 3 && (tables.known(word) & WORD) !== 0;
  for (let at = 0; at < form.length; at++) {
    if (known(form.slice(0, at) + form.slice(at + 1))) return true;
    const swapped =
      form.slice(0, at) + (form[at + 1] ?? '') + (form[at] ?? '') + form.slice(at + 2);
    if (at < form.length - 1 && known(swapped)) return true;
    const doubled = form.slice(0, at + 1) + form.slice(at);
    if (known(doubled)) return true;
    if ([...VOWELS].some((vowel) => known(form.slice(0, at) + vowel + form.slice(at)))) return true;
  }
  return false;
}
