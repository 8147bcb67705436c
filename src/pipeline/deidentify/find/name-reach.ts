import { ACRONYM, GENERAL, GIVEN, GRAMMAR, SAFE, SURNAME, TOWN } from '../name-tables.ts';
import type { Searched } from '../searched.ts';
import type { Word } from '../words.ts';
import { isAuthor } from './authors.ts';
import { hasSmallHead, isCapital, isHead } from './name-heads.ts';

/** First and last word of a name. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

const PARTICLE =
  /^(?:of|de|la|le|les|del|della|di|da|das|dos|du|van|von|der|den|bin|binti|ibn|al|el|ul|ter|y|the|st|saint|san|santa|ap)$/;
const ADJECTIVE =
  /^(?:first|new|old|north|south|east|west|northern|southern|eastern|western|saint|big|little|general|memorial|union|national|royal|catholic|baptist|methodist|lutheran|united|central|upper|lower|great|grand|holy|sacred)$/;
const LEADING =
  /^(?:st|mt|ft|saint|mount|fort|new|old|north|south|east|west|san|santa|los|las|el|la|port|lake|upper|lower|little|big|great)$/;
const NO_NAME =
  /^(?:mr|mrs|ms|dr|clients?|patients?|pt|ct|supervision|session|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)$/;
const DOTTED = /^(?:st|mt|ft|n|s|e|w)$/;
const CLOSE = /^(?: |-|\. | & |'? )$/;
const MEETING =
  /^ (?:AA|NA|GA|OA|CA|CMA|SMART|Al-Anon|Alateen)(?: (?:meetings?|group|fellowship))?\b/;
const AHEAD = 5;

const has = (word: Word | undefined, flags: number) => ((word?.known ?? 0) & flags) !== 0;
const isOwned = (word: Word | undefined) => word !== undefined && word.full > word.end;

/** A full stop between the words belongs to an abbreviation or an initial. */
function staysWithin(word: Word, gap: string): boolean {
  if (!CLOSE.test(gap)) return false;
  return gap !== '. ' || word.shape === 'letter' || DOTTED.test(word.form);
}

/** A capital that has a reason of its own and is no part of the name beside it. */
function standsAlone(searched: Searched, at: number): boolean {
  const word = searched.words[at];
  if (!word || NO_NAME.test(word.form) || isAuthor(searched, at)) return true;
  if (word.shape === 'caps' && (word.known & ACRONYM) !== 0) return true;
  if ((word.known & SAFE) === 0 || ADJECTIVE.test(word.form)) return false;
  if (word.shape === 'caps' && (word.known & GENERAL) === 0) return false;
  const short = word.form.length < 4 && !/^(?:i|he|she|we|you|and|but|the|who)$/.test(word.form);
  return !has(word, GIVEN | SURNAME) || ((word.known & GRAMMAR) !== 0 && !short);
}

/** A capitalised word beside a name belongs to it unless it stands for itself. */
function joins(searched: Searched, at: number): boolean {
  const word = searched.words[at];
  if (!word || !isCapital(word) || searched.taken(word.start, word.end)) return false;
  if (word.shape === 'letter') return !/^[IX]$/.test(word.text) || searched.text[word.end] === '.';
  return isHead(word) || !standsAlone(searched, at);
}

/** The word can stand inside a run of capitals that ends with a head. */
function isWithinRun(searched: Searched, at: number, from: number): boolean {
  const word = searched.words[at];
  if (!word || word.opens || searched.taken(word.start, word.end)) return false;
  if (at > from && !CLOSE.test(word.gap)) return false;
  return isCapital(word) || (at > from && PARTICLE.test(word.form));
}

/** Index of the last head in the run of capitals from here ("… Behavioral Health"), or -1. */
function headAhead(searched: Searched, from: number): number {
  const { words } = searched;
  let head = -1;
  for (let at = from; at < from + AHEAD && isWithinRun(searched, at, from); at++) {
    const word = words[at];
    if (isCapital(word) && isHead(word)) head = at;
    if (isCapital(word) && hasSmallHead(searched, at)) head = at + 1;
    if (isOwned(word) && !isHead(words[at + 1])) break;
  }
  return head;
}

/** Over "of", "de la", "of the" to the next capital: number of words, 0 for none. */
function overParticles(searched: Searched, particle: number): number {
  const { words } = searched;
  if (words[particle]?.shape !== 'lower' || words[particle]?.form === 'the') return 0;
  const end = PARTICLE.test(words[particle + 1]?.form ?? '') ? particle + 2 : particle + 1;
  const between = words.slice(particle, end);
  if (!between.every(({ form }) => PARTICLE.test(form)) || words[end]?.gap !== ' ') return 0;
  return joins(searched, end) ? end - particle + 1 : 0;
}

/** How many words ahead the next word of the name stands; 0 when the name ends here. */
function step(searched: Searched, at: number): number {
  const { words } = searched;
  const word = words[at];
  const next = words[at + 1];
  if (!word || !next || !staysWithin(word, next.gap)) return 0;
  if (isOwned(word) && !(isCapital(next) && isHead(next))) return 0;
  if (next.opens && next.gap !== '. ') return 0;
  const head = headAhead(searched, at + 1);
  if (head > at) return head - at;
  return joins(searched, at + 1) ? 1 : overParticles(searched, at + 1);
}

/** A capital before a head or an ampersand: not one that only opens the sentence. */
function canLead(searched: Searched, at: number): boolean {
  const word = searched.words[at];
  if (!word || isAuthor(searched, at)) return false;
  if (word.shape === 'caps' && (word.known & ACRONYM) !== 0) return false;
  return !word.opens || /[("]$/.test(word.gap) || !word.ordinary || has(word, TOWN);
}

/** The word before stands close enough, and is a capital that may be part of a name. */
function beforeName(searched: Searched, at: number): Word | undefined {
  const { words, taken } = searched;
  const before = words[at - 1];
  const gap = words[at]?.gap ?? '';
  if (!before || !isCapital(before) || isOwned(before) || !CLOSE.test(gap)) return undefined;
  if (taken(before.start, before.end) || NO_NAME.test(before.form)) return undefined;
  return gap === '. ' && !DOTTED.test(before.form) ? undefined : before;
}

function reachesBack(searched: Searched, at: number, headed: boolean): boolean {
  const before = beforeName(searched, at);
  if (!before) return false;
  if (LEADING.test(before.form)) return true;
  if ((before.known & GRAMMAR) !== 0)
    return (
      before.form === 'our' && /^(?:lady|savior|saviour)$/.test(searched.words[at]?.form ?? '')
    );
  const gap = searched.words[at]?.gap;
  if (headed || isHead(searched.words[at]) || gap === ' & ') return canLead(searched, at - 1);
  if (before.opens && before.ordinary) return false;
  return joins(searched, at - 1) || (gap === ' ' && isAuthor(searched, at - 1));
}

/** How many words back the word before belongs to the name; 0 when the name starts here. */
function stepBack(searched: Searched, at: number, headed: boolean): number {
  const { words } = searched;
  if (reachesBack(searched, at, headed)) return 1;
  const particle = words[at - 1];
  const lead = words[at - 2];
  if (particle?.form !== 'of' || words[at]?.gap !== ' ' || particle.gap !== ' ') return 0;
  return isCapital(lead) && lead?.opens === false && canLead(searched, at - 2) ? 2 : 0;
}

/** Over heads and meetings that follow the name in small letters or as an acronym. */
function overTail(searched: Searched, first: number, last: number): number {
  const { words, text, wordAt } = searched;
  const word = words[last];
  const person = first === last && has(word, GIVEN) && !has(word, TOWN) && !isOwned(word);
  if (!person && hasSmallHead(searched, last)) return last + 1;
  const end = word?.full ?? 0;
  const meeting = MEETING.exec(text.slice(end, end + 24));
  return meeting ? wordAt(end + meeting[0].length) - 1 : last;
}

/** Widens a name from its sure words to everything that belongs to it; never back beyond `from`. */
export function reach(searched: Searched, sure: Run, from: number): Run {
  let { first, last } = sure;
  for (let length = step(searched, last); length > 0; length = step(searched, last)) last += length;
  const ahead = last > sure.last;
  last = overTail(searched, first, last);
  const headed = ahead || isHead(searched.words[last]);
  let back = stepBack(searched, first, headed);
  while (back > 0 && first - back >= from) {
    first -= back;
    back = stepBack(searched, first, headed);
  }
  return { first, last };
}
