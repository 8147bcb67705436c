import type { Finding } from '../finding.ts';
import { fold } from '../fold.ts';
import { isWordCharacter } from '../letters.ts';
import type { Searched } from '../searched.ts';
import { isWord } from '../vocabulary.ts';

/** Folded text of the same length, or the text in small letters when folding would change it. */
function foldedInPlace(text: string): string {
  const folded = fold(text);
  return folded.length === text.length ? folded : text.toLowerCase();
}

/** Places where the phrase stands as whole words. */
function places(folded: string, phrase: string): number[] {
  const found: number[] = [];
  let at = folded.indexOf(phrase);
  while (at !== -1) {
    const end = at + phrase.length;
    if (!isWordCharacter(folded, at - 1) && !isWordCharacter(folded, end)) found.push(at);
    at = folded.indexOf(phrase, end);
  }
  return found;
}

/** The phrase and, for a name of two or three words, each of its words. */
function formsOf(entry: string): string[] {
  const phrase = fold(entry.trim());
  if (phrase.length < 2) return [];
  const parts = phrase.split(/\s+/);
  const single = parts.length === 2 || parts.length === 3 ? parts : [];
  return [phrase, ...single.filter((part) => part.length > 2 && !/\d/.test(part))];
}

/** A form that is an ordinary word too counts only with a capital. */
function fits({ text, tables }: Searched, at: number, form: string): boolean {
  if (form.includes(' ') || !isWord(form, tables)) return true;
  return /\p{Lu}/u.test(text[at] ?? '');
}

/** Forms the caller knows to identify somebody: members' names, the practice, what a user reported. */
export function knownNames(searched: Searched, known: readonly string[]): Finding[] {
  if (known.length === 0) return [];
  const folded = foldedInPlace(searched.text);
  const forms = [...new Set(known.flatMap(formsOf))];
  return forms.flatMap((form) =>
    places(folded, form)
      .filter((at) => fits(searched, at, form))
      .map((at): Finding => {
        const kind = /\d/.test(form) ? 'other_id' : 'name';
        return { start: at, end: at + form.length, class: kind, sure: true };
      }),
  );
}
