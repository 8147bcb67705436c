import { GIVEN, SURNAME, TOWN } from '../name-tables.ts';
import type { Searched } from '../searched.ts';
import { isWord } from '../vocabulary.ts';
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
  /^(?:st|mt|ft|saint|mount|fort|new|old|north|south|east|west|san|santa|los|las|el|la|port|lake|upper|lower|little|big|great|our)$/;
const NEVER_FIRST =
  /^(?:i|he|she|they|we|it|you|my|his|her|their|your|the|a|an|at|in|from|for|to|with|and|but|or|is|was|as|if|when|then|that|this|mr|mrs|ms|dr|client|clients|patient|pt|ct|supervision|session)$/;
const AHEAD = 5;

/** The gap keeps two words of a name together. */
const close = (gap: string) => /^(?: |-|\. | & |'? | \/ )$/.test(gap) && gap !== ' / ';

/** A full stop between the words belongs to an abbreviation or an initial. */
function dotted(word: Word | undefined, gap: string): boolean {
  return (
    gap !== '. ' || word?.shape === 'letter' || /^(?:st|mt|ft|n|s|e|w)$/.test(word?.form ?? '')
  );
}

function standsAlone(searched: Searched, word: Word, at: number): boolean {
  const { tables } = searched;
  if (word.shape === 'caps' && tables.list('acronyms').has(word.form)) return true;
  if (isAuthor(searched, at)) return true;
  if (/^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$/.test(word.form)) return true;
  if (!tables.list('safe').has(word.form) || ADJECTIVE.test(word.form)) return false;
  return (word.flags & (GIVEN | SURNAME)) === 0;
}

/** A capitalised word beside a name belongs to it unless it stands for itself. */
function joins(searched: Searched, at: number): boolean {
  const word = searched.words[at];
  if (!isCapital(word) || searched.taken(word.start, word.end)) return false;
  if (word.shape === 'letter') return !/^[IX]$/.test(word.text) || searched.text[word.end] === '.';
  return isHead(searched, at) || !standsAlone(searched, word, at);
}

/** The head of an organisation follows within the same run of capitals: "… Behavioral Health". */
function headAhead(searched: Searched, from: number): number {
  const { words } = searched;
  let head = -1;
  for (let at = from; at < from + AHEAD; at++) {
    const word = words[at];
    if (!word || (at > from && !close(word.gap)) || word.opens) break;
    if (searched.taken(word.start, word.end)) break;
    const small = !isCapital(word);
    if (small && !(at > from && PARTICLE.test(word.form))) break;
    if (!small && isHead(searched, at)) head = at;
    if (!small && hasSmallHead(searched, at)) head = at + 1;
    if (word.full > word.end && !isHead(searched, at + 1)) break;
  }
  return head;
}

/** How many words ahead the next word of the name stands; 0 when the name ends here. */
function step(searched: Searched, at: number): number {
  const { words } = searched;
  const word = words[at];
  const next = words[at + 1];
  if (!word || !next || !close(next.gap) || !dotted(word, next.gap)) return 0;
  if (word.full > word.end && !(isCapital(next) && isHead(searched, at + 1))) return 0;
  if (next.opens && next.gap !== '. ') return 0;
  const head = headAhead(searched, at + 1);
  if (head > at) return head - at;
  if (joins(searched, at + 1)) return 1;
  return next.shape === 'lower' && PARTICLE.test(next.form) ? overParticles(searched, at + 1) : 0;
}

/** Over "of", "de la", "of the" to the next capital. */
function overParticles(searched: Searched, particle: number): number {
  const { words } = searched;
  const alone = words[particle]?.form !== 'the';
  for (const length of [1, 2]) {
    const word = words[particle + length];
    if (word?.gap !== ' ') return 0;
    if (isCapital(word)) return alone && joins(searched, particle + length) ? length + 1 : 0;
    if (!PARTICLE.test(word.form)) return 0;
  }
  return 0;
}

function reachesBack(searched: Searched, at: number, headed: boolean): boolean {
  const { words } = searched;
  const word = words[at];
  const before = words[at - 1];
  if (!word || !isCapital(before) || !close(word.gap) || before.full > before.end) return false;
  if (searched.taken(before.start, before.end) || NEVER_FIRST.test(before.form)) return false;
  const leading =
    LEADING.test(before.form) &&
    (before.form !== 'our' || /^(?:lady|saviou?r|father)$/.test(word.form));
  if (word.gap === '. ') return leading && before.form.length < 3;
  if (leading) return true;
  if (headed || isHead(searched, at) || word.gap === ' & ')
    return canLead(searched, before, at - 1);
  if (before.opens && isWord(before.form, searched.tables)) return false;
  return joins(searched, at - 1) || (word.gap === ' ' && isAuthor(searched, at - 1));
}

/** A capital before a head: not one that only opens the sentence. */
function canLead(searched: Searched, before: Word, at: number): boolean {
  if (
    isAuthor(searched, at) ||
    (before.shape === 'caps' && searched.tables.list('acronyms').has(before.form))
  )
    return false;
  if (!before.opens) return true;
  return (
    /[("]$/.test(before.gap) || !isWord(before.form, searched.tables) || (before.flags & TOWN) !== 0
  );
}

const MEETING =
  /^ (?:AA|NA|GA|OA|CA|CMA|SMART|Al-Anon|Alateen)(?: (?:meetings?|group|fellowship))?\b/;

/** Widens a name from its sure words to everything that belongs to it; never back beyond `from`. */
export function reach(searched: Searched, sure: Run, from: number): Run {
  const { words, text } = searched;
  let { first, last } = sure;
  for (let length = step(searched, last); length > 0; length = step(searched, last)) last += length;
  const flags = words[last]?.flags ?? 0;
  const given = first === last && (flags & GIVEN) !== 0 && (flags & TOWN) === 0;
  const end = words[last]?.full ?? 0;
  const owned = end > (words[last]?.end ?? 0);
  if ((!given || owned) && hasSmallHead(searched, last)) last++;
  const meeting = MEETING.exec(text.slice(end, end + 24));
  if (meeting) last = searched.wordAt(end + meeting[0].length) - 1;
  const headed = isHead(searched, last) || last > sure.last;
  for (let length = stepBack(searched, first, headed); length > 0 && first - length >= from; ) {
    first -= length;
    length = stepBack(searched, first, headed);
  }
  return { first, last };
}

/** How many words back the word before belongs to the name; 0 when the name starts here. */
function stepBack(searched: Searched, at: number, headed: boolean): number {
  const { words } = searched;
  if (reachesBack(searched, at, headed)) return 1;
  const before = words[at - 1];
  const linked = before?.form === 'of' && words[at]?.gap === ' ' && before.gap === ' ';
  const lead = words[at - 2];
  return linked && isCapital(lead) && !lead.opens && canLead(searched, lead, at - 2) ? 2 : 0;
}
