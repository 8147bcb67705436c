import type { IdentifierClass } from '../../message.ts';
import type { Finding } from '../finding.ts';
import { GIVEN, SURNAME, TOWN } from '../name-tables.ts';
import type { Searched } from '../searched.ts';
import { isWord, nameLike } from '../vocabulary.ts';
import type { Word } from '../words.ts';
import { isAuthor } from './authors.ts';
import { nameWords } from './capitals.ts';
import { roleBeside } from './role-beside.ts';
import { safePhrases } from './safe-phrases.ts';

const PARTICLES =
  /^(?:of|de|la|le|les|del|della|di|da|das|dos|du|van|von|der|den|bin|binti|ibn|al|el|ul|ter|y|the|st|saint|san|santa|ap|mac|mc|ó|o)$/;
const SMALL_HEADS =
  /^(?:mill|mills|bakery|deli|diner|pizzeria|cafe|café|pub|bar|tavern|grill|salon|barbers?|garage|park|pond|lake|beach|river|boathouse|school|high|middle|elementary|primary|secondary|academy|college|university|church|chapel|parish|mosque|temple|synagogue|hospital|clinic|hospice|infirmary|surgery|meeting|library|pharmacy|club|gym|ymca|mall|plaza|square|bridge|county|shelter|prison|jail|factory|plant|shipyard|brewery|farm|ranch|nursery|preschool|daycare|rec|rotary|fairgrounds|campus|ward|hostel|hotel|motel|inn|restaurant|supermarket|market|store|police|council|estate|village|neighbou?rhood|airport|station|harbou?r|island|valley|district|precinct|barracks|cemetery|museum|theatre|theater|stadium|arena|festival|newspaper|gazette)$/;
const SHOP_HEADS =
  /^(?:bakery|deli|diner|pizzeria|cafe|café|pub|bar|tavern|grill|salon|barbers?|garage|pharmacy|market|mill|restaurant|store|kitchen|corner|place|pizza|bistro)$/;

interface Run {
  readonly first: number;
  last: number;
}

const isCapital = (word: Word | undefined) =>
  word !== undefined &&
  (word.shape === 'cap' ||
    word.shape === 'mixed' ||
    word.shape === 'caps' ||
    word.shape === 'letter');

/** A capitalised word beside a name belongs to it unless it stands for itself. */
function joins(searched: Searched, at: number): boolean {
  const word = searched.words[at];
  if (!word || !isCapital(word) || searched.taken(word.start, word.end)) return false;
  if (word.shape === 'letter') return /^[^IX]$/.test(word.text) || searched.text[word.end] === '.';
  const { tables } = searched;
  if (tables.list('acronyms').has(word.form) && word.shape === 'caps') return false;
  if (isHead(searched, at)) return true;
  if (isAuthor(searched, at)) return false;
  if (tables.list('safe').has(word.form))
    return (
      (word.flags & (GIVEN | SURNAME)) !== 0 ||
      /^(?:first|new|old|north|south|east|west|saint|big|little|general|memorial|union|national|royal|catholic|baptist|methodist|lutheran|family|youth|community|children|university|county|state|city)$/.test(
        word.form,
      )
    );
  return true;
}

function isHead({ words, tables }: Searched, at: number): boolean {
  const form = words[at]?.form ?? '';
  return tables.list('organisation-heads').has(form) || tables.list('place-heads').has(form);
}

/** How many words ahead the next word of the name stands: over "of the", "&", a hyphen; 0 for none. */
function step(searched: Searched, at: number): number {
  const { words } = searched;
  const next = words[at + 1];
  if (!next) return 0;
  const close = /^(?: |-|\. | & |'? )$/.test(next.gap) && words[at]?.full === words[at]?.end;
  if (!close) return 0;
  if (
    next.gap === '. ' &&
    words[at]?.shape !== 'letter' &&
    !/^(?:st|mt|ft|n|s|e|w)$/.test(words[at]?.form ?? '')
  )
    return 0;
  if (joins(searched, at + 1) && (!next.opens || next.gap === '. ')) return 1;
  if (!PARTICLES.test(next.form) || next.shape !== 'lower') return 0;
  const second = words[at + 2];
  if (second?.gap !== ' ') return 0;
  if (isCapital(second) && joins(searched, at + 2) && !/^(?:the)$/.test(next.form)) return 2;
  const third = words[at + 3];
  return PARTICLES.test(second.form) &&
    third?.gap === ' ' &&
    isCapital(third) &&
    joins(searched, at + 3)
    ? 3
    : 0;
}

function grow(searched: Searched, run: Run): void {
  for (let length = step(searched, run.last); length > 0; length = step(searched, run.last))
    run.last += length;
  const { words } = searched;
  const last = words[run.last];
  const next = words[run.last + 1];
  if (!last || !next || next.shape !== 'lower' || !/^'? $/.test(next.gap)) return;
  const owned = last.full > last.end;
  if (
    owned
      ? SHOP_HEADS.test(next.form)
      : SMALL_HEADS.test(next.form) &&
        !(run.first === run.last && (last.flags & GIVEN) !== 0 && (last.flags & TOWN) === 0)
  )
    run.last += 1;
}

/** Capitalised words before the name that belong to it: "New Bedford", "St. Odile", "Old Port". */
function reachBack(searched: Searched, first: number): number {
  const { words } = searched;
  let at = first;
  while (at > 0) {
    const word = words[at];
    const before = words[at - 1];
    if (!word || !before || !/^(?: |-|\. | & )$/.test(word.gap) || before.full > before.end) break;
    const saint =
      /^(?:st|mt|ft|saint|mount|fort|new|old|north|south|east|west|san|santa|los|las|el|la|port|lake|upper|lower|little|big|great|our)$/.test(
        before.form,
      ) && isCapital(before);
    if (word.gap === '. ' && !(saint && before.form.length < 3)) break;
    const unsafe =
      isCapital(before) &&
      !before.opens &&
      joins(searched, at - 1) &&
      !before.form.match(/^(?:i|he|she|they|we)$/);
    if (!saint && !unsafe) break;
    at--;
  }
  return at;
}

const WORKS =
  /\b(?:works?|working|worked|job|employed|employer|teach(?:es|ing)?|taught|stud(?:y|ies|ied|ying)|attends?|attended|attending|enrol(?:l?ed|l?s)|volunteers?|volunteering|member of|goes|went|go|student|sophomore|freshman|junior|senior|graduate[ds]?|dropped out|expelled|suspended|admitted|discharged|hospitali[sz]ed|transferred|fired|laid off|hired|intern(?:ed|ing|s)?|nurse|teacher|engineer|manager|pastor|priest|imam|rabbi|job|shift|position|placement|inpatient|stay|at|for|with|through|by)(?: \w+){0,2} (?:at|for|from|to|with|in|by|of|through)(?: the)? $/i;
const IN_PLACE =
  /\b(?:in|near|around|outside|across|downtown|between|towards?|over in|up in|down in|out in|back to|moved to|from|to|leaving|visiting|of|off|on)(?: the)? $/i;

/** Which kind of name it is, from its last word, the tables and the words before it. */
function classOf(searched: Searched, { first, last }: Run): IdentifierClass {
  const { words, text, tables } = searched;
  const start = words[first];
  const end = words[last];
  if (!start || !end) return 'name';
  if (last > first && tables.list('organisation-heads').has(end.form)) return 'org';
  if (last > first && tables.list('place-heads').has(end.form)) return 'location';
  const own = words.slice(first, last + 1);
  if (
    last > first &&
    own.some(
      (word, index) =>
        index > 0 && tables.list('organisation-heads').has(word.form) && (word.flags & GIVEN) === 0,
    )
  )
    return 'org';
  const before = text.slice(Math.max(0, start.start - 44), start.start);
  const phrase = own.map(({ form }) => form).join(' ');
  const town = (tables.flags(phrase) & TOWN) !== 0;
  const given = own.length < 4 && nameLike(start.flags) === 'given';
  if (IN_PLACE.test(before) && (town || !given))
    return town || /\b(?:in|near|around|outside|from|to|of|on)(?: the)? $/i.test(before)
      ? WORKS.test(before) && !town
        ? 'org'
        : 'location'
      : 'name';
  if (/\b(?:at|for)(?: the)? $/i.test(before) && !given) return 'org';
  if (/\bthe $/i.test(before) && !given && !/s$/.test(end.form)) return 'org';
  if (start.shape === 'caps' && !given)
    return own.length === 1 && start.form.length < 3 ? 'name' : 'org';
  if (town && !given) return 'location';
  return 'name';
}

function named(searched: Searched, run: Run): Finding | null {
  const { words, text } = searched;
  const first = words[run.first];
  const last = words[run.last];
  if (!first || !last) return null;
  const kind = classOf(searched, run);
  const role = kind === 'name' ? roleBeside(searched, run.first, run.last) : undefined;
  const dot = last.shape === 'letter' && text[last.full] === '.' ? 1 : 0;
  return {
    start: first.start,
    end: last.full + dot,
    class: kind,
    ...(role ? { role } : {}),
    sure: true,
  };
}

/** Groups of capitals around the head of an organisation or place that no single word gave away. */
function headed(searched: Searched, named: Uint8Array, phrases: Uint8Array): void {
  const { words, tables } = searched;
  for (let at = 1; at < words.length; at++) {
    const head = words[at];
    const before = words[at - 1];
    if (
      !head ||
      !before ||
      named[at] ||
      phrases[at] ||
      phrases[at - 1] ||
      !isCapital(head) ||
      head.gap !== ' '
    )
      continue;
    if (!isHead(searched, at) || before.shape !== 'cap' || head.opens || before.full > before.end)
      continue;
    const general = (word: Word) =>
      tables.list('safe').has(word.form) && (tables.flags(word.form) & TOWN) === 0;
    if (before.opens && (isWord(before.form, tables) || general(before))) continue;
    if (
      !general(before) ||
      /^(?:first|second|third|scandinavian|naval|islamic|christian|catholic|jewish|hebrew|korean|chinese|irish|polish|italian|portuguese|greek|african|united|new|old|big|little|family|youth|girls|boys|grace|trinity)$/.test(
        before.form,
      )
    ) {
      named[at - 1] = 1;
      named[at] = 1;
    }
  }
}

const DENOMINATION =
  /^(?:baptist|unitarian|methodist|presbyterian|lutheran|congregational|pentecostal|episcopal|catholic|christian|reformed|assembly|adventist|orthodox|anglican|quaker|united)$/;
function churches(searched: Searched, named: Uint8Array): void {
  const { words } = searched;
  for (let at = 1; at < words.length; at++) {
    const word = words[at];
    const before = words[at - 1];
    if (
      word?.shape === 'cap' &&
      word.gap === ' ' &&
      DENOMINATION.test(word.form) &&
      before?.shape === 'cap' &&
      /^(?:first|second|third|fourth|central|grace|calvary|trinity|bethel|zion|emmanuel|new|old|mount|st)$/.test(
        before.form,
      ) &&
      !before.opens
    ) {
      named[at] = 1;
      named[at - 1] = 1;
    }
  }
}

/** Names of people, places and organisations by their capitals, joined over "of the", "&" and heads. */
export function properNames(searched: Searched): Finding[] {
  const phrases = safePhrases(searched);
  const isNamed = nameWords(searched, phrases);
  headed(searched, isNamed, phrases);
  churches(searched, isNamed);
  const found: Finding[] = [];
  let done = 0;
  for (let at = 0; at < searched.words.length; at++) {
    if (!isNamed[at]) continue;
    const run: Run = { first: Math.max(done, reachBack(searched, at)), last: at };
    grow(searched, run);
    const finding = named(searched, run);
    if (finding) found.push(finding);
    done = run.last + 1;
    at = run.last;
  }
  return found;
}
