import { stem } from './stem.ts';
import { formsOf } from './words.ts';

/** Which words fit a slot. */
export interface Takes {
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
}

/** One place in a pattern: which words fit, and how many may be skipped before it. */
export interface Slot {
  /** As the pattern has it; slots that are written alike take the same words. */
  readonly written: string;
  readonly takes: Takes;
  readonly gap: number;
  readonly optional: boolean;
  /** The next word must not fit; takes no word itself. */
  readonly refused: boolean;
}

/** A compiled wording: parts that must all be found, near each other; each part is a row of slots. */
export interface Wording {
  readonly parts: readonly (readonly Slot[])[];
  /** True when the parts may stand in neighbouring sentences. */
  readonly across: boolean;
}

/** Words from `from` up to, not with, `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

type Lists = Readonly<Record<string, readonly string[]>>;

/** Letters by which beginnings of words are looked up. */
export const HEAD = 3;

/**
 * Compiles one wording; the notation is explained at the top of the wording files.
 *
 * @throws RangeError naming the list that does not exist, or an empty part
 */
export function compileWording(source: string, lists: Lists): Wording {
  const parts = source.split(/\s+&&?\s+/).map((part) => compilePart(part, lists));
  return { parts, across: source.includes('&&') };
}

function compilePart(part: string, lists: Lists): Slot[] {
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
  return [opening(slots[0]), ...slots.slice(1)];
}

/** A part is looked up by the first letters it can begin with; fewer than that are a word by themselves. */
function opening(slot: Slot): Slot {
  const { prefixes, forms } = slot.takes;
  const short = prefixes.filter((prefix) => prefix.length < HEAD);
  if (short.length === 0) return slot;
  const takes = {
    ...slot.takes,
    forms: new Set([...forms, ...short]),
    prefixes: prefixes.filter((prefix) => prefix.length >= HEAD),
  };
  return { ...slot, written: `^${slot.written}`, takes };
}

function compileSlot(piece: string, gap: number, lists: Lists): Slot {
  const refused = piece.startsWith('!');
  const optional = /^\(.*\)$/.test(piece);
  const written = refused ? piece.slice(1) : optional ? piece.slice(1, -1) : piece;
  return { written, takes: takesOf(written, lists), gap, optional, refused };
}

/** What was read of lists of words, once for all wordings that name them. */
const parsedLists = new WeakMap<Lists, Map<string, Takes>>();

function takesOf(written: string, lists: Lists): Takes {
  const whole = /^\{([^{}|]+)\}$/.exec(written)?.[1];
  // Most slots are one list and nothing else: they share what was read of it.
  if (whole !== undefined) return listed(whole, lists);
  const takes = nothing();
  for (const entry of written.split('|')) {
    const name = /^\{(.+)\}$/.exec(entry)?.[1];
    if (name === undefined) addEntry(entry, takes);
    else addAll(takes, listed(name, lists));
  }
  return takes;
}

function listed(name: string, lists: Lists): Takes {
  const parsed = parsedLists.get(lists) ?? new Map<string, Takes>();
  parsedLists.set(lists, parsed);
  const known = parsed.get(name);
  if (known) return known;
  const list = Object.hasOwn(lists, name) ? lists[name] : undefined;
  if (!list) throw new RangeError(`there is no list of words named '${name}'`);
  const takes = nothing();
  for (const entry of list) addEntry(entry, takes);
  parsed.set(name, takes);
  return takes;
}

interface Growing extends Takes {
  readonly stems: Set<string>;
  readonly forms: Set<string>;
  readonly capitals: Set<string>;
  readonly own: Set<string>;
  readonly prefixes: string[];
  readonly phrases: Map<string, string[][]>;
  anyNumber: boolean;
}

const nothing = (): Growing => ({
  stems: new Set(),
  forms: new Set(),
  capitals: new Set(),
  own: new Set(),
  prefixes: [],
  phrases: new Map(),
  anyNumber: false,
});

function addAll(takes: Growing, more: Takes): void {
  for (const stem of more.stems) takes.stems.add(stem);
  for (const form of more.forms) takes.forms.add(form);
  for (const form of more.capitals) takes.capitals.add(form);
  for (const stem of more.own) takes.own.add(stem);
  takes.prefixes.push(...more.prefixes);
  for (const phrase of [...more.phrases.values()].flat()) addPhrase(takes, phrase);
  takes.anyNumber ||= more.anyNumber;
}

function addEntry(entry: string, takes: Growing): void {
  const plain = entry.replaceAll('"', '');
  takes.anyNumber ||= entry === '#n';
  if (plain.startsWith('=')) takes.forms.add(plain.slice(1));
  else if (plain.endsWith('*') && !plain.includes('_')) takes.prefixes.push(plain.slice(0, -1));
  else if (/^[A-Z]{2,8}$/.test(plain)) takes.capitals.add(plain.toLowerCase());
  else addWords(plain, takes);
}

function addWords(plain: string, takes: Growing): void {
  const stems = formsOf(plain.replaceAll(/[_*@]/g, ' ')).map(stem);
  const [head] = stems;
  if (head === undefined) return;
  if (stems.length > 1) addPhrase(takes, stems);
  else if (plain.startsWith('@')) takes.own.add(head);
  else takes.stems.add(head);
}

function addPhrase(takes: Growing, stems: readonly string[]): void {
  const [head = ''] = stems;
  takes.phrases.set(head, [...(takes.phrases.get(head) ?? []), [...stems]]);
}
