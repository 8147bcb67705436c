import { createRowCounter, type Sparse } from '../text/row-counter.ts';
import { createFindWordings } from './find-wordings.ts';
import type { Lexicon } from './lexicon.ts';
import type { SignSpace } from './sign-space.ts';
import { compileWording, type Range } from './wording.ts';
import type { Word } from './words.ts';

/** A short stretch of a text (a sentence, or a piece of a long one) with its counted signs. */
export interface Piece extends Range {
  /** Rows are numbers of signs. */
  readonly signs: Sparse;
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
function plain({ lower, stem, quoted }: Word): string {
  if (CLIENT.has(lower)) return 'P';
  if (THERAPIST.has(lower)) return `${quoted ? 'q' : 't'}_${lower}`;
  return /^\d/.test(lower) ? '#' : stem;
}

/**
 * Builds the reader of signs: words, neighbours, words one apart and the lists of words they belong
 * to, piece by piece; nothing runs across a piece.
 *
 * @param lexicon shared with other finders for the same texts
 * @param space which signs are counted, and by what numbers
 */
export function createSigns(
  lists: Readonly<Record<string, readonly string[]>>,
  lexicon: Lexicon,
  space: SignSpace,
) {
  const findLists = createFindWordings<number>(
    Object.keys(lists)
      .filter((name) => !NO_SIGN.test(name))
      .map((name) => ({ wording: compileWording(`{${name}}`, lists), for: space.list(name) })),
    lexicon,
  );
  const counter = createRowCounter();

  const countWords = (numbers: Int32Array, { from, to }: Range) => {
    for (let at = from; at < to; at += 1) {
      const word = numbers[at] as number;
      counter.add(space.one(word));
      if (at + 1 < to) counter.add(space.beside(word, numbers[at + 1] as number));
      if (at + 2 < to) counter.add(space.apart(word, numbers[at + 2] as number));
    }
  };
  const countRule = ({ name }: RuleSign) => {
    counter.add(space.rule(name));
    counter.add(space.rule(name.slice(name.indexOf(':') + 1)));
  };

  return (words: readonly Word[], rules: readonly RuleSign[]): Piece[] => {
    const pieces = cut(words);
    const numbers = numbersOf(words, space);
    const listed = findLists(words);
    let next = 0;
    counter.clear();
    for (const piece of pieces) {
      countWords(numbers, piece);
      while (isIn(piece, listed[next])) counter.add(listed[next++]?.for ?? -1);
      rules.filter((rule) => isIn(piece, rule)).forEach(countRule);
      counter.end();
    }
    const signs = counter.take();
    return pieces.map(({ from, to }, nth) => ({ from, to, signs: signs[nth] as Sparse }));
  };
}

const isIn = ({ from, to }: Range, found: { readonly from: number } | undefined) =>
  found !== undefined && found.from >= from && found.from < to;

/** Numbers of the words as signs go; each form, quoted or not, is asked about once. */
function numbersOf(words: readonly Word[], space: SignSpace): Int32Array {
  const numbers = new Int32Array(words.length);
  const known: number[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as Word;
    const kind = 2 * word.form + (word.quoted ? 1 : 0);
    while (known.length <= kind) known.push(UNASKED);
    if (known[kind] === UNASKED) known[kind] = space.word(plain(word));
    numbers[at] = known[kind] as number;
  }
  return numbers;
}

/** Not a number that a space gives. */
const UNASKED = -2;

/** Sentences; those of more than forty words in pieces of at most forty. */
function cut(words: readonly Word[]): Range[] {
  const out: Range[] = [];
  let from = 0;
  for (let at = 1; at <= words.length; at += 1) {
    const ends = at === words.length || words[at]?.sentence !== words[from]?.sentence;
    if (!ends && at - from < LONGEST) continue;
    out.push({ from, to: at });
    from = at;
  }
  return out;
}
