import type { Finding } from '../finding.ts';
import { fold } from '../fold.ts';
import type { Searched } from '../searched.ts';
import { isWord } from '../vocabulary.ts';

const isLetter = (character: string | undefined) =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** Places where the phrase stands as whole words, in any case. */
function places(folded: string, phrase: string): number[] {
  const found: number[] = [];
  for (
    let at = folded.indexOf(phrase);
    at !== -1;
    at = folded.indexOf(phrase, at + phrase.length)
  ) {
    if (!isLetter(folded[at - 1]) && !isLetter(folded[at + phrase.length])) found.push(at);
  }
  return found;
}

/** Names of one word that are ordinary words too count only with a capital. */
function fits(searched: Searched, at: number, phrase: string): boolean {
  if (phrase.includes(' ') || !isWord(phrase, searched.tables)) return true;
  return /\p{Lu}/u.test(searched.text[at] ?? '');
}

/** Forms the caller knows to identify somebody: members' names, the practice, what a user reported. */
export function knownNames(searched: Searched, known: readonly string[]): Finding[] {
  if (known.length === 0) return [];
  const lower = searched.text.toLowerCase();
  const folded =
    lower.length === searched.text.length
      ? [...lower].map((c) => (c.length === 1 && fold(c).length === 1 ? fold(c) : c)).join('')
      : lower;
  const found: Finding[] = [];
  for (const entry of known) {
    const phrase = fold(entry.trim());
    if (phrase.length < 2) continue;
    const parts = phrase.split(/\s+/).filter((part) => part.length > 2);
    for (const form of new Set([phrase, ...(parts.length > 1 && parts.length < 4 ? parts : [])])) {
      for (const at of places(folded, form)) {
        if (!fits(searched, at, form)) continue;
        found.push({
          start: at,
          end: at + form.length,
          class: /\d/.test(form) ? 'other_id' : 'name',
          sure: true,
        });
      }
    }
  }
  return found;
}
