import type { Finding } from '../finding.ts';
import { TITLE, WORD } from '../name-tables.ts';
import type { Role } from '../roles.ts';
import type { Searched } from '../searched.ts';
import { nameLike } from '../vocabulary.ts';
import type { Word } from '../words.ts';
import { roleBeside } from './role-beside.ts';

const CLINICAL = new Set('dr doctor doc prof professor nurse'.split(' '));
/** Forms of address nobody uses as another word. */
const CIVIL = new Set(
  'mr mrs ms mx mister rev reverend rabbi sheikh sheik sgt sergeant lt lieutenant capt cpl corporal pvt colonel senator councillor councilor dame madame monsieur señora señor senora senor herr frau pani sensei guru swami detective'.split(
    ' ',
  ),
);
/** Titles that are everyday words: only a capitalised one before a name counts. */
const WORDY = new Set(
  'miss fr pastor imam deacon elder bishop officer captain maj gen col judge justice magistrate coach principal dean mayor chief lady lord sir pan sister brother father mother aunt auntie aunty uncle tia tio nana nan gran granny grandma grandpa grandad granddad agent attorney sheriff deputy constable pc dc po nurse doctor doc professor major general canon abbot friar brigadier commander inspector superintendent warden provost vicar'.split(
    ' ',
  ),
);
const NO_NAME = new Set(
  'and or is was who at in i a the said says to of on has had for with she he that right wrong so-and-so knows'.split(
    ' ',
  ),
);
const PARTICLE = /^(?:van|von|de|der|den|la|le|di|da|del|bin|ibn|al|el|ter|st)$/;
const OFFICIAL =
  /^(?:officer|detective|sgt|sergeant|judge|justice|magistrate|sheriff|deputy|constable|pc|dc|po|attorney|agent|inspector|superintendent|warden|senator|councill?or|mayor)$/;
const COUPLE = /\b(?:mr|mrs|ms|dr|rev|lord)\.? (?:and|&) $/i;

/** Every title and form of address; the name tables mark them. */
export const TITLES: ReadonlySet<string> = new Set([...CLINICAL, ...CIVIL, ...WORDY]);

const isTitle = ({ known, full, end }: Word) => full === end && (known & TITLE) !== 0;

const isUnknown = (word: Word) => !word.ordinary || nameLike(word.known) !== null;

/** A small-letter word after a small-letter title: "dr patel", "mr k". */
function followsInSmall(word: Word, { lowerCased }: Searched): boolean {
  if (word.form.length === 1) return word.form !== 'a' && word.form !== 'i';
  if (!word.ordinary) return true;
  return lowerCased && word.form.length > 3 && (word.known & WORD) === 0 && isUnknown(word);
}

/** The word can be a name after this title. */
function follows(searched: Searched, title: Word, word: Word | undefined): boolean {
  if (!word || !/^\.? {1,2}$/.test(word.gap) || NO_NAME.has(word.form)) return false;
  if (searched.taken(word.start, word.end)) return false;
  const wordy = WORDY.has(title.form);
  if (title.shape === 'lower') {
    if (wordy) return false;
    if (word.shape === 'lower') return followsInSmall(word, searched);
  }
  if (word.shape === 'letter') return true;
  if (word.shape === 'lower' || word.shape === 'number' || word.shape === 'other') return false;
  return !wordy || isUnknown(word);
}

/** The next word goes on with the name. */
function goesOn(word: Word | undefined, before: Word | undefined, capital: boolean): boolean {
  if (!word || !/^(?: |\. |-|\.)$/.test(word.gap)) return false;
  const initial = before?.shape === 'letter';
  if (word.opens && !(initial && !word.ordinary)) return false;
  if (!capital) return !word.ordinary && nameLike(word.known) !== null;
  return word.shape === 'cap' || word.shape === 'mixed' || word.shape === 'letter';
}

/** Index of the last word of the name that starts after the title. */
function lastOfName(words: readonly Word[], first: number): number {
  const capital = words[first]?.shape !== 'lower';
  let last = first;
  for (let at = first + 1; at <= first + 3; at++) {
    if (goesOn(words[at], words[at - 1], capital)) last = at;
    else if (!PARTICLE.test(words[at]?.form ?? '')) break;
  }
  return last;
}

function roleOfTitle(form: string): Role | undefined {
  if (CLINICAL.has(form)) return 'clinician';
  return OFFICIAL.test(form) ? 'official' : undefined;
}

function toFinding(searched: Searched, at: number): Finding | null {
  const { words, text } = searched;
  const title = words[at];
  const last = words[lastOfName(words, at + 1)];
  if (!title || !last) return null;
  const lead = COUPLE.exec(text.slice(Math.max(0, title.start - 12), title.start));
  const start = title.start - (lead?.[0].length ?? 0);
  const dot = last.shape === 'letter' && text[last.end] === '.' ? 1 : 0;
  const role = roleOfTitle(title.form) ?? roleBeside(searched, at, lastOfName(words, at + 1));
  return { start, end: last.full + dot, class: 'name', ...(role ? { role } : {}), sure: true };
}

/** A title with a name or an initial: Dr. Halloran, Mr. K, Officer Reardon, Mr and Mrs Oak. */
export function titledNames(searched: Searched): Finding[] {
  const { words } = searched;
  const found: Finding[] = [];
  for (let at = 0; at < words.length; at++) {
    const title = words[at];
    if (!title || !isTitle(title) || !follows(searched, title, words[at + 1])) continue;
    const finding = toFinding(searched, at);
    if (finding) found.push(finding);
  }
  return found;
}
