import type { Finding } from '../finding.ts';
import { GIVEN, LOWER_NAME } from '../name-tables.ts';
import { roleOf } from '../roles.ts';
import type { Searched } from '../searched.ts';
import { isWordName, nameLike } from '../vocabulary.ts';
import type { Word } from '../words.ts';
import { roleBeside } from './role-beside.ts';

const CALLED = new Set('named called nicknamed alias aka'.split(' '));
const NAME_IS =
  /\b(?:name(?: is|'s| was)|(?:go(?:es|ing)?|went) by|known as|call (?:him|her|them)|calls (?:him|her|them|me)|call me|refer to (?:him|her|them) as) ["']?$/i;
const NAME_END = new Set("is name name's was by as me him her them".split(' '));
/** Word names that are verbs or common nouns: beside a cue they mostly mean themselves. */
const VERBLIKE = new Set(
  'will may mark grant drew chase rob sue skip hope rose wade bob pat nick chuck love trip rush storm judge page guy buck job art major junior dean rich art bill jack rock cash bear scout star stone light happy lucky precious angel king queen prince princess baby boo bug honey sugar cookie candy pepper tiger bunny cat dot buddy champ chief justice liberty august march april june summer winter autumn dawn joy grace faith patience charity mercy peace harmony serenity bliss journey legend reed ridge brook bridge clay cliff dale glen heath hill lane reef temple ward drew bo mo al ty sol zen van red blue gray grey royal noble nova true blaze spike tank rocky rusty dusty misty sandy sunny sterling bishop hunter mason porter carter cooper tanner baker gardner sawyer fletcher marshall foster temple'.split(
    ' ',
  ),
);

/** A small-letter word that can be a name beside a cue. */
function canBeName(word: Word, { lowerCased }: Searched, direct: boolean): boolean {
  if (word.shape !== 'lower' || word.form.length < 2) return false;
  if ((word.known & LOWER_NAME) !== 0) return true;
  if (isWordName(word) && lowerCased) return !VERBLIKE.has(word.form);
  if (word.ordinary) return false;
  return nameLike(word.known) !== null || (lowerCased && direct && word.form.length > 3);
}

/** A cue stands before: "called" and "her name is" name outright, kin and client words hint. */
function cueBefore({ words, text }: Searched, at: number): 'direct' | 'beside' | null {
  const word = words[at];
  const before = words[at - 1];
  if (!word || !before) return null;
  const role = roleOf(before.form);
  const called = CALLED.has(before.form);
  const closes = NAME_END.has(before.form);
  if (!(role || called || closes) || !/^(?: |, | \(|: | ")$/.test(word.gap)) return null;
  if (called) return 'direct';
  if (role && before.full === before.end) return 'beside';
  const named = closes && NAME_IS.test(text.slice(Math.max(0, word.start - 30), word.start));
  return named ? 'direct' : null;
}

function isSurname(word: Word | undefined): boolean {
  if (word?.gap !== ' ' || word.shape !== 'lower' || word.ordinary) return false;
  return nameLike(word.known) !== null;
}

/** A second name joined by "and": "her kids leo and mia". */
function joined(searched: Searched, last: number): Finding[] {
  const { words } = searched;
  const second = words[last + 2];
  if (!second || !/^(?:and|or)$/.test(words[last + 1]?.form ?? '')) return [];
  if (!canBeName(second, searched, false) || (second.known & GIVEN) === 0) return [];
  return [{ start: second.start, end: second.full, class: 'name', sure: true }];
}

function findAt(searched: Searched, at: number, word: Word): Finding[] {
  const { words } = searched;
  // Nearly every word is an ordinary one, which no cue makes a name.
  const cue = canBeName(word, searched, true) ? cueBefore(searched, at) : null;
  if (!cue || !canBeName(word, searched, cue === 'direct')) return [];
  const last = isSurname(words[at + 1]) ? at + 1 : at;
  const role = roleBeside(searched, at, last);
  const end = words[last]?.full ?? word.full;
  const own: Finding = { start: word.start, end, class: 'name', sure: true };
  return [role ? { ...own, role } : own, ...joined(searched, last)];
}

/** Small-letter names beside a cue, with a second one joined by "and" and a surname after. */
export function cuedNames(searched: Searched): Finding[] {
  const { words } = searched;
  const found: Finding[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word?.shape === 'lower') found.push(...findAt(searched, at, word));
  }
  return found;
}
