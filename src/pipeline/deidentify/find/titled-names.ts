import type { Finding } from '../finding.ts';
import type { Searched } from '../searched.ts';
import { isWord, nameLike } from '../vocabulary.ts';
import type { Word } from '../words.ts';

const CLINICAL = new Set(['dr', 'doctor', 'doc', 'prof', 'professor', 'nurse']);
const CIVIL = new Set(
  'mr mrs ms miss mx mister rev reverend fr pastor rabbi imam deacon elder bishop sheikh sheik officer detective sgt sergeant lt lieutenant capt captain cpl corporal pvt maj gen colonel col judge justice magistrate coach principal dean senator councillor councilor mayor chief lady lord dame sir madame monsieur señora señor senora senor herr frau pani pan sensei guru swami sister brother father mother aunt auntie aunty uncle tia tio nana nan gran granny grandma grandpa grandad granddad agent attorney sheriff deputy constable pc dc'.split(
    ' ',
  ),
);
/** Titles that are everyday words: only a capitalised one before a capital counts. */
const WORDY = new Set(
  'sister brother father mother judge justice dean chief elder coach principal pan nan gran miss general officer pastor agent sir lady lord major nurse doctor doc deputy captain imam rabbi bishop pc dc fr col gen maj uncle aunt auntie aunty granny grandma grandpa nana'.split(
    ' ',
  ),
);
const STOP = new Set([
  'and',
  'or',
  'is',
  'was',
  'who',
  'at',
  'in',
  'i',
  'a',
  'the',
  'said',
  'says',
  'to',
  'of',
  'on',
  'has',
  'had',
  'for',
  'with',
  'she',
  'he',
  'that',
  'right',
  'wrong',
  'so-and-so',
  'who',
]);

function isTitle(word: Word): boolean {
  return (CLINICAL.has(word.form) || CIVIL.has(word.form)) && word.full === word.end;
}

/** A word that can be a name after this title. */
function follows(searched: Searched, title: Word, word: Word | undefined): boolean {
  if (!word || !/^\.? {1,2}$/.test(word.gap) || STOP.has(word.form)) return false;
  if (searched.taken(word.start, word.end)) return false;
  if (word.shape === 'letter') return title.shape !== 'lower' || !WORDY.has(title.form);
  if (word.shape === 'cap' || word.shape === 'mixed' || word.shape === 'caps') {
    return (
      title.shape !== 'lower' ||
      !WORDY.has(title.form) ||
      nameLike(word.flags) !== null ||
      !isWord(word.form, searched.tables)
    );
  }
  if (WORDY.has(title.form) || word.shape !== 'lower') return false;
  if (word.form.length === 1) return word.form !== 'a' && word.form !== 'i';
  return (
    !isWord(word.form, searched.tables) ||
    (searched.lowerCased &&
      nameLike(word.flags) !== null &&
      word.form.length > 3 &&
      (word.flags & 1) === 0)
  );
}

/** Index of the last word of the name that starts after the title. */
function lastOfName({ words, tables, text }: Searched, first: number): number {
  let last = first;
  const capital = words[first]?.shape !== 'lower';
  for (let at = first + 1; at <= first + 3; at++) {
    const word = words[at];
    if (
      !word ||
      !/^(?: |\. |-|\.)$/.test(word.gap) ||
      (word.opens && words[at - 1]?.shape !== 'letter')
    )
      break;
    const named = word.shape === 'cap' || word.shape === 'mixed' || word.shape === 'letter';
    const particle = /^(?:van|von|de|der|den|la|le|di|da|del|bin|ibn|al|el|ter|st)$/.test(
      word.form,
    );
    if (capital && !named && !particle) break;
    if (!capital && (isWord(word.form, tables) || nameLike(word.flags) === null)) break;
    if (named && words[at - 1]?.shape === 'letter' && word.opens && isWord(word.form, tables))
      break;
    if (named) last = at;
  }
  const dot = words[last]?.shape === 'letter' && text[words[last]?.end ?? 0] === '.';
  return dot ? last : last;
}

/** A title with a name or an initial: Dr. Halloran, Mr. K, Officer Reardon, "dr patel". */
export function titledNames(searched: Searched): Finding[] {
  const { words, text } = searched;
  const found: Finding[] = [];
  for (let at = 0; at < words.length - 1; at++) {
    const title = words[at];
    if (!title || !isTitle(title) || !follows(searched, title, words[at + 1])) continue;
    if (title.shape === 'lower' && WORDY.has(title.form)) continue;
    const last = words[lastOfName(searched, at + 1)];
    if (!last) continue;
    const dot = last.shape === 'letter' && text[last.end] === '.' ? 1 : 0;
    const role = CLINICAL.has(title.form) ? { role: 'clinician' } : {};
    found.push({ start: title.start, end: last.full + dot, class: 'name', ...role, sure: true });
  }
  return found;
}
