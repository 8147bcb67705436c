import { createFindWordings } from './find-wordings.ts';
import type { Lexicon } from './lexicon.ts';
import { compileWording } from './wording.ts';
import type { Word } from './words.ts';

/** A short stretch of a text (a sentence, or a piece of a long one) with its counted signs. */
export interface Piece {
  /** First word, and the word behind the last. */
  readonly from: number;
  readonly to: number;
  /** Sign name to count. */
  readonly counts: ReadonlyMap<string, number>;
}

/** A rule's finding that the classifier may weigh: 'sf-suicide:ask:negated'. */
export interface RuleSign {
  readonly from: number;
  readonly name: string;
}

const LONGEST = 40;
const CLIENT = new Set('he she they him her them client patient pt ct cl clt who'.split(' '));
const THERAPIST = new Set(['i', 'me', 'my', 'myself']);
/** Lists that serve the context rules and say nothing about the matter itself. */
const NO_SIGN = /^(?:context-.+|nominal|plain-self|professional|age)$/;

/** Client and therapist, numbers and base forms, so that 'she wants' and 'pt wanted' are one sign. */
function plain(word: Word): string {
  if (CLIENT.has(word.lower)) return 'P';
  if (THERAPIST.has(word.lower)) return `${word.quoted ? 'q' : 't'}_${word.lower}`;
  return /^\d/.test(word.lower) ? '#' : word.stem;
}

function add(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/**
 * Builds the reader of signs: words, neighbours, words one apart and the lists of words they belong
 * to, piece by piece; nothing runs across a piece.
 */
export function createSigns(lists: Readonly<Record<string, readonly string[]>>, lexicon: Lexicon) {
  const findLists = createFindWordings<string>(
    Object.keys(lists)
      .filter((name) => !NO_SIGN.test(name))
      .map((name) => ({ wording: compileWording(`{${name}}`, lists), for: name })),
    lexicon,
  );

  return (words: readonly Word[], rules: readonly RuleSign[]): Piece[] => {
    const pieces = cut(words);
    const owner = new Uint32Array(words.length);
    pieces.forEach(({ from, to }, nth) => {
      owner.fill(nth, from, to);
    });
    const forms = words.map(plain);
    const counts = pieces.map(({ from, to }) => wordSigns(forms, from, to));
    for (const { from, for: name } of findLists(words)) addTo(counts, owner[from], `C:${name}`);
    for (const { from, name } of rules) {
      addTo(counts, owner[from], `H:${name}`);
      addTo(counts, owner[from], `H:${name.slice(name.indexOf(':') + 1)}`);
    }
    return pieces.map((piece, nth) => ({ ...piece, counts: counts[nth] ?? new Map() }));
  };
}

function addTo(
  counts: readonly Map<string, number>[],
  nth: number | undefined,
  name: string,
): void {
  const found = counts[nth ?? -1];
  if (found) add(found, name);
}

function wordSigns(forms: readonly string[], from: number, to: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = from; at < to; at += 1) {
    add(counts, `u:${forms[at]}`);
    if (at + 1 < to) add(counts, `b:${forms[at]} ${forms[at + 1]}`);
    if (at + 2 < to) add(counts, `k:${forms[at]} ${forms[at + 2]}`);
  }
  return counts;
}

/** Sentences; those of more than forty words in pieces of at most forty. */
function cut(words: readonly Word[]): { from: number; to: number }[] {
  const out: { from: number; to: number }[] = [];
  let from = 0;
  for (let at = 1; at <= words.length; at += 1) {
    const ends = at === words.length || words[at]?.sentence !== words[from]?.sentence;
    if (!ends && at - from < LONGEST) continue;
    out.push({ from, to: at });
    from = at;
  }
  return out;
}

/** Signs of neighbouring pieces together. */
export function together(pieces: readonly Piece[]): Map<string, number> {
  const out = new Map<string, number>();
  for (const { counts } of pieces)
    for (const [name, count] of counts) out.set(name, (out.get(name) ?? 0) + count);
  return out;
}

/** The signs of the text alone, without what the rules made of it. */
export function withoutRules(counts: ReadonlyMap<string, number>): Map<string, number> {
  return new Map([...counts].filter(([name]) => !name.startsWith('H:')));
}
