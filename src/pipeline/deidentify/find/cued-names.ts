import type { Finding } from '../finding.ts';
import { GIVEN } from '../name-tables.ts';
import { roleOf } from '../roles.ts';
import type { Searched } from '../searched.ts';
import { isOrdinary, nameLike } from '../vocabulary.ts';
import type { Word } from '../words.ts';
import { roleBeside } from './role-beside.ts';

const CALLED = /^(?:named|called|nicknamed|alias|aka)$/;
const NAME_IS =
  /\b(?:name(?: is|'s| was)|goes by|known as|call (?:him|her|them)|calls (?:him|her|them|me)|call me|refer to (?:him|her|them) as) ["']?$/i;
const JOINERS = new Set(['and', 'or', '&']);

/** A small-letter word that can be a name right after a cue. */
function canBeName(word: Word, { tables, lowerCased }: Searched, direct: boolean): boolean {
  if (word.shape !== 'lower' || word.form.length < 2) return false;
  if (tables.list('lower-names').has(word.form)) return true;
  if (isOrdinary(word.form, tables)) return false;
  return nameLike(word.flags) !== null || (lowerCased && direct && word.form.length > 3);
}

/** A cue stands before: a kin word, client, "called", "her name is"; true when it names outright. */
function cueBefore(searched: Searched, at: number): 'direct' | 'beside' | null {
  const { words, text } = searched;
  const word = words[at];
  const before = words[at - 1];
  if (!word || !before) return null;
  if (NAME_IS.test(text.slice(Math.max(0, word.start - 30), word.start))) return 'direct';
  if (!/^(?: |, | \(|: )$/.test(word.gap)) return null;
  if (CALLED.test(before.form) && /^(?: | ")$/.test(word.gap)) return 'direct';
  return roleOf(before.form) && before.full === before.end ? 'beside' : null;
}

/** Small-letter names beside a cue, with a second one joined by "and" and a surname after. */
export function cuedNames(searched: Searched): Finding[] {
  const { words } = searched;
  const found: Finding[] = [];
  for (let at = 1; at < words.length; at++) {
    const word = words[at];
    const cue = word?.shape === 'lower' ? cueBefore(searched, at) : null;
    if (!word || !cue || !canBeName(word, searched, cue === 'direct')) continue;
    let last = at;
    const second = words[at + 1];
    if (
      second?.gap === ' ' &&
      second.shape === 'lower' &&
      !isOrdinary(second.form, searched.tables) &&
      nameLike(second.flags)
    )
      last = at + 1;
    const role = roleBeside(searched, at, last);
    found.push({
      start: word.start,
      end: words[last]?.full ?? word.full,
      class: 'name',
      ...(role ? { role } : {}),
      sure: true,
    });
    const joined = words[last + 2];
    if (
      JOINERS.has(words[last + 1]?.form ?? '') &&
      joined &&
      canBeName(joined, searched, false) &&
      (joined.flags & GIVEN) !== 0
    ) {
      found.push({ start: joined.start, end: joined.full, class: 'name', sure: true });
    }
  }
  return found;
}
