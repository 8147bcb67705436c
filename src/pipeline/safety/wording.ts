import type { Word } from './words.ts';
import { SHORTEST_PREFIX, wordsOf } from './words.ts';

/** One place in a pattern: which words fit, and how many may be skipped before it. */
export interface Slot {
  readonly stems: ReadonlySet<string>;
  /** Exact lower-case forms. */
  readonly forms: ReadonlySet<string>;
  readonly capitals: ReadonlySet<string>;
  /** Base forms that count outside quotation marks only. */
  readonly own: ReadonlySet<string>;
  readonly prefixes: readonly string[];
  /** Words that stand together, as base forms, by the first of them. */
  readonly phrases: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly anyNumber: boolean;
  readonly gap: number;
  readonly optional: boolean;
  /** The next word must not fit; takes no word itself. */
  readonly refused: boolean;
}

/** One row of a wording: what must follow in order. */
export type Part = readonly Slot[];

/** A compiled wording: parts that must all be found, near each other; each part is a row of slots. */
export interface Wording {
  readonly parts: readonly Part[];
  /** True when the parts may stand in neighbouring sentences. */
  readonly across: boolean;
}

/** Words from `from` up to, not with, `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const FILLERS = new Set(
  "'s 'd 'll 've a an the some just really actually simply even also so very quite now basically kinda maybe perhaps probably honestly literally only still all then kind sort of".split(
    ' ',
  ),
);
const MOST_FILLERS = 3;

/**
 * Compiles one wording; the notation is explained at the top of the wording files.
 *
 * @throws RangeError naming the list that does not exist, or an empty part
 */
export function compileWording(
  source: string,
  lists: Readonly<Record<string, readonly string[]>>,
): Wording {
  const parts = source.split(/\s+&&?\s+/).map((part) => compilePart(part, lists));
  return { parts, across: source.includes('&&') };
}

function compilePart(part: string, lists: Readonly<Record<string, readonly string[]>>): Slot[] {
  const slots: Slot[] = [];
  let gap = 0;
  for (const piece of part.trim().split(/\s+/)) {
    const skip = /^~(\d?)$/.exec(piece);
    if (skip) gap = Number(skip[1] || 3);
    else {
      slots.push(compileSlot(piece, gap, lists));
      gap = 0;
    }
  }
  if (!slots[0] || slots[0].optional || slots[0].refused)
    throw new RangeError(`'${part}' does not begin with words that must be there`);
  return slots;
}

function compileSlot(
  piece: string,
  gap: number,
  lists: Readonly<Record<string, readonly string[]>>,
): Slot {
  const refused = piece.startsWith('!');
  const optional = /^\(.*\)$/.test(piece);
  const inner = refused ? piece.slice(1) : optional ? piece.slice(1, -1) : piece;
  const rest = { gap, optional, refused };
  const whole = /^\{([^{}|]+)\}$/.exec(inner)?.[1];
  // Most slots are one list and nothing else: they share what was read of it.
  if (whole !== undefined) {
    const anyNumber = lists[whole]?.includes('#n') === true;
    return { ...listSets(whole, lists), ...rest, anyNumber };
  }
  const sets = emptySets();
  let anyNumber = false;
  for (const entry of inner.split('|')) {
    const name = /^\{(.+)\}$/.exec(entry)?.[1];
    if (name === undefined) addEntry(entry, sets);
    else addAll(sets, listSets(name, lists));
    anyNumber ||= entry === '#n' || (name !== undefined && lists[name]?.includes('#n') === true);
  }
  return { ...sets, ...rest, anyNumber };
}

type Lists = Readonly<Record<string, readonly string[]>>;

const parsedLists = new WeakMap<Lists, Map<string, Sets>>();

/** The entries of a list of words, read once for all wordings that name it. */
function listSets(name: string, lists: Lists): Sets {
  const parsed = parsedLists.get(lists) ?? new Map<string, Sets>();
  parsedLists.set(lists, parsed);
  const known = parsed.get(name);
  if (known) return known;
  const list = Object.hasOwn(lists, name) ? lists[name] : undefined;
  if (!list) throw new RangeError(`there is no list of words named '${name}'`);
  const sets = emptySets();
  for (const entry of list) addEntry(entry, sets);
  parsed.set(name, sets);
  return sets;
}

function addAll(sets: Sets, more: Sets): void {
  for (const stem of more.stems) sets.stems.add(stem);
  for (const form of more.forms) sets.forms.add(form);
  for (const form of more.capitals) sets.capitals.add(form);
  for (const stem of more.own) sets.own.add(stem);
  sets.prefixes.push(...more.prefixes);
  for (const [head, phrases] of more.phrases) {
    sets.phrases.set(head, [...(sets.phrases.get(head) ?? []), ...phrases]);
  }
}

interface Sets {
  readonly stems: Set<string>;
  readonly forms: Set<string>;
  readonly capitals: Set<string>;
  readonly own: Set<string>;
  readonly prefixes: string[];
  readonly phrases: Map<string, string[][]>;
}

const emptySets = (): Sets => ({
  stems: new Set(),
  forms: new Set(),
  capitals: new Set(),
  own: new Set(),
  prefixes: [],
  phrases: new Map(),
});

function addEntry(entry: string, sets: Sets): void {
  const plain = entry.replaceAll('"', '');
  if (plain.startsWith('=')) sets.forms.add(plain.slice(1));
  else if (plain.endsWith('*') && !plain.includes('_')) sets.prefixes.push(plain.slice(0, -1));
  else if (/^[A-Z]{2,8}$/.test(plain)) sets.capitals.add(plain.toLowerCase());
  else addWords(plain, sets);
}

function addWords(plain: string, sets: Sets): void {
  const stems = wordsOf(plain.replaceAll(/[_*@]/g, ' ')).map((word) => word.stem);
  const [head] = stems;
  if (head === undefined) return;
  if (stems.length > 1) sets.phrases.set(head, [...(sets.phrases.get(head) ?? []), stems]);
  else if (plain.startsWith('@')) sets.own.add(head);
  else sets.stems.add(head);
}

function fits(slot: Slot, word: Word): boolean {
  if (slot.stems.has(word.stem)) return true;
  if (slot.own.size > 0 && !word.quoted && slot.own.has(word.stem)) return true;
  if (slot.forms.size > 0 && slot.forms.has(word.lower)) return true;
  if (word.capitals && slot.capitals.has(word.lower)) return true;
  if (slot.anyNumber && /^\d/.test(word.lower)) return true;
  for (const prefix of slot.prefixes) if (word.lower.startsWith(prefix)) return true;
  return false;
}

/** How many words, from `at` on, the slot takes; 0 when it does not fit there. */
function taken(slot: Slot, words: readonly Word[], at: number): number {
  const word = words[at];
  if (!word) return 0;
  const phrases = slot.phrases.size > 0 ? slot.phrases.get(word.stem) : undefined;
  for (const phrase of phrases ?? []) {
    let nth = 1;
    while (nth < phrase.length && words[at + nth]?.stem === phrase[nth]) nth += 1;
    if (nth === phrase.length && words[at + nth - 1]?.sentence === word.sentence) return nth;
  }
  return fits(slot, word) ? 1 : 0;
}

/** Where a search stands: which slot is next, at which word, and how many words may be skipped. */
interface Place {
  readonly nth: number;
  readonly at: number;
  readonly gap: number;
  readonly fillers: number;
}

/** The place behind a slot that took its words up to `at`. */
function behind(slots: readonly Slot[], nth: number, at: number, gap = 0): Place {
  return { nth: nth + 1, at, gap: Math.max(gap, slots[nth + 1]?.gap ?? 0), fillers: 0 };
}

/** Index behind the last word when the slots from a place on fit, else -1; stays in the sentence. */
function follow(
  slots: readonly Slot[],
  words: readonly Word[],
  place: Place,
  sentence: number,
): number {
  const { nth, at, gap } = place;
  const slot = slots[nth];
  if (!slot) return at;
  const word = words[at]?.sentence === sentence ? words[at] : undefined;
  const size = word ? taken(slot, words, at) : 0;
  if (slot.refused) return size > 0 ? -1 : follow(slots, words, behind(slots, nth, at), sentence);
  const ends = [
    size > 0 ? follow(slots, words, behind(slots, nth, at + size), sentence) : -1,
    slot.optional ? follow(slots, words, behind(slots, nth, at, gap), sentence) : -1,
  ];
  const end = ends.find((index) => index >= 0);
  if (end !== undefined) return end;
  const next = word ? skip(word, place) : null;
  return next ? follow(slots, words, next, sentence) : -1;
}

/** One word further on: small words are free, others use up the gap. */
function skip(word: Word, place: Place): Place | null {
  const { nth, at, gap, fillers } = place;
  if (fillers < MOST_FILLERS && FILLERS.has(word.lower))
    return { nth, at: at + 1, gap, fillers: fillers + 1 };
  return gap > 0 ? { nth, at: at + 1, gap: gap - 1, fillers } : null;
}

/** Where a part stands when its first slot fits at word `at`, else null. */
export function partAt(slots: Part, words: readonly Word[], at: number): Range | null {
  const [first] = slots;
  const size = first ? taken(first, words, at) : 0;
  if (size === 0) return null;
  const to = follow(slots, words, behind(slots, 0, at + size), words[at]?.sentence ?? 0);
  return to < 0 ? null : { from: at, to };
}

/** True for a beginning of a word that is too short to look words up by. */
export const isShort = (prefix: string) => prefix.length < SHORTEST_PREFIX;

/** Keys of the words a part can begin with; the `keys` of a word. */
export function keysOf(slots: Part): string[] {
  const [first] = slots;
  if (!first) return [];
  return [
    ...[...first.stems, ...first.own, ...first.phrases.keys()].map((stem) => `s:${stem}`),
    ...[...first.forms, ...first.capitals].map((form) => `f:${form}`),
    ...first.prefixes.map((prefix) => `p:${prefix.slice(0, SHORTEST_PREFIX)}`),
    ...(first.anyNumber ? ['#'] : []),
  ];
}
