import type { ContextLists } from '../../knowledge/knowledge.ts';
import { createFindWordings, type Found } from './find-wordings.ts';
import type { Lexicon } from './lexicon.ts';
import { compileWording, type Range } from './wording.ts';
import type { Word } from './words.ts';

/** What the words around a safety wording make of it. */
export type ContextStatus =
  | 'open'
  | 'negated'
  | 'history'
  | 'hypothetical'
  | 'other'
  | 'topic'
  | 'figurative';

const KINDS = [
  'negation-before',
  'negation-after',
  'pseudo',
  'historical',
  'cancel',
  'not-cancel',
  'hypothetical',
  'other',
  'topic',
  'figurative',
  'terminators',
] as const;
type Kind = (typeof KINDS)[number];
type Mark = Found<Kind>;

/** ConText's reach: this many words before and after a hit, within its sentence. */
const BEFORE = 6;
const AFTER = 4;
/** Time words are looked for a little further out. */
const FURTHER = 6;

const LISTED: Readonly<Record<Exclude<Kind, 'not-cancel' | 'topic'>, keyof ContextLists>> = {
  'negation-before': 'negationBefore',
  'negation-after': 'negationAfter',
  pseudo: 'pseudoNegation',
  historical: 'historical',
  cancel: 'historicalCancel',
  hypothetical: 'hypothetical',
  other: 'otherPerson',
  figurative: 'figurative',
  terminators: 'terminators',
};

/** 'at <age>' and 'last attempt in 20' as the notation of wordings has them. */
function asWording(phrase: string): string {
  return phrase.replaceAll(/[,()]/g, '').replace('<age>', '#n').replace(/\d$/, '$&*');
}

/** Statuses of hits in one text, given its words. */
export type StatusOf = (hit: Range) => ContextStatus;

/**
 * Builds the context engine after ConText and NegEx: pseudo-negation, negation before and after,
 * terminators, time, condition, other people and figures of speech around a hit.
 *
 * @param lists further phrases, in `context-…` lists beside those of context.yml
 */
export function createContext(
  context: ContextLists,
  lists: Readonly<Record<string, readonly string[]>>,
  lexicon: Lexicon,
): (words: readonly Word[], hits: readonly Range[]) => StatusOf {
  const find = createFindWordings<Kind>(
    KINDS.flatMap((kind) => {
      const own = kind === 'not-cancel' || kind === 'topic' ? [] : context[LISTED[kind]];
      const phrases = [...own.map(asWording), ...(lists[`context-${kind}`] ?? [])];
      return phrases
        .filter((phrase) => /[\p{L}\d]/u.test(phrase))
        .map((phrase) => ({
          wording: compileWording(phrase.replaceAll('_', ' '), lists),
          for: kind,
        }));
    }),
    lexicon,
  );
  const nominal = new Set(lists.nominal ?? []);
  return (words, hits) => {
    const sentences = new Set(hits.map(({ from }) => words[from]?.sentence));
    const marks = find(words, (sentence) => sentences.has(sentence));
    return (hit) => judge(hit, around(hit, marks, words, nominal));
  };
}

/** Marks near a hit and the words that its context reaches. */
interface Around {
  readonly words: readonly Word[];
  readonly near: readonly Mark[];
  readonly from: number;
  readonly to: number;
  readonly nominal: ReadonlySet<string>;
}

function around(
  hit: Range,
  marks: readonly Mark[],
  words: readonly Word[],
  nominal: ReadonlySet<string>,
): Around {
  const reach = BEFORE + FURTHER;
  const near: Mark[] = [];
  for (let at = firstFrom(marks, hit.from - 2 * reach); at < marks.length; at += 1) {
    const mark = marks[at] as Mark;
    if (mark.from >= hit.to + reach) break;
    if (sameSentence(words, mark.from, hit.from)) near.push(mark);
  }
  return { words, near, nominal, ...scope(hit, near, words) };
}

function sameSentence(words: readonly Word[], a: number, b: number): boolean {
  return words[a]?.sentence === words[b]?.sentence;
}

function firstFrom(marks: readonly Mark[], word: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle] as Mark).from < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The words before and after the hit that can still speak about it. */
function scope(hit: Range, near: readonly Mark[], words: readonly Word[]): Range {
  const stops = near.filter((mark) => mark.for === 'terminators');
  let from = hit.from;
  while (
    from > Math.max(0, hit.from - BEFORE) &&
    sameSentence(words, from - 1, hit.from) &&
    !words[from]?.cut &&
    !stops.some((stop) => stop.to === from)
  )
    from -= 1;
  let to = hit.to;
  while (
    to < Math.min(words.length, hit.to + AFTER) &&
    sameSentence(words, to, hit.from) &&
    !words[to]?.cut &&
    !stops.some((stop) => stop.from === to)
  )
    to += 1;
  return { from, to };
}

function judge(hit: Range, scene: Around): ContextStatus {
  const has = (kind: Kind, test: (mark: Mark) => boolean) =>
    scene.near.some((mark) => mark.for === kind && test(mark));
  const overlaps = (mark: Mark) => mark.from < hit.to && hit.from < mark.to;
  if (has('figurative', overlaps)) return 'figurative';
  const inScope = (mark: Mark) => mark.from < scene.to && scene.from < mark.to;
  if (!has('pseudo', inScope) && isNegated(hit, scene, inScope)) return 'negated';
  if (has('hypothetical', (mark) => mark.from >= scene.from - FURTHER && mark.from < hit.to))
    return 'hypothetical';
  if (isPast(hit, scene)) return 'history';
  if (has('topic', (mark) => isTopic(mark, hit, scene))) return 'topic';
  return has('other', (mark) => isAbout(mark, hit, scene)) ? 'other' : 'open';
}

function isNegated(hit: Range, scene: Around, inScope: (mark: Mark) => boolean): boolean {
  return scene.near.some((mark) => {
    if (!inScope(mark)) return false;
    if (mark.for === 'negation-after')
      return mark.from >= hit.to && !commaIn(scene, hit.to, mark.from);
    return (
      mark.for === 'negation-before' &&
      mark.to <= hit.from &&
      (!commaIn(scene, mark.to, hit.from) || isListed(scene, mark.to, hit))
    );
  });
}

/** A comma stands before one of the words `from` to `to`, both included. */
function commaIn({ words }: Around, from: number, to: number): boolean {
  for (let at = from; at <= to; at += 1) if (words[at]?.comma) return true;
  return false;
}

/** 'denies intent, plan and SI' is one list; 'denies intent, bought rope' is not. */
function isListed({ words, nominal }: Around, from: number, hit: Range): boolean {
  if (!nominal.has(words[hit.from]?.lower ?? '')) return false;
  for (let at = from; at < hit.from; at += 1) {
    const word = words[at];
    if (word && !nominal.has(word.lower) && !/^(?:or|and|any|of|current)$/.test(word.lower))
      return false;
  }
  return true;
}

/** Long past, and nothing in the sentence says that it is back. */
function isPast(hit: Range, { near }: Around): boolean {
  const past = near.some(
    (mark) =>
      mark.for === 'historical' &&
      mark.to >= hit.from - BEFORE - FURTHER &&
      mark.from <= hit.to + AFTER + FURTHER,
  );
  if (!past) return false;
  return !near.some(
    (mark) =>
      mark.for === 'cancel' &&
      !near.some(
        (other) => other.for === 'not-cancel' && other.from < mark.to && mark.from < other.to,
      ),
  );
}

/** A new subject or clause: what stood before it says nothing about the hit any more. */
const TURNS = /^(?:he|she|they|i|client|patient|pt|ct|cl|we|and|but|so|because|then|who)$/;

function turnsBetween({ words }: Around, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (TURNS.test(words[at]?.lower ?? '')) return true;
  return false;
}

/** Someone else is the subject: no 'she', 'and' or 'client' stands between them and the hit. */
function isAbout(mark: Mark, hit: Range, scene: Around): boolean {
  const { words, from, to } = scene;
  if (mark.from >= hit.to)
    return mark.from < to && /^(?:of|by)$/.test(words[mark.from - 1]?.lower ?? '');
  if (mark.to > hit.from) return true;
  if (words[mark.to - 1]?.lower === "'s" && mark.to < hit.from) return false;
  return mark.to >= from - FURTHER && !turnsBetween(scene, mark.to, hit.from);
}

/** Teaching, service or fiction named right before or right after the hit. */
function isTopic(mark: Mark, hit: Range, scene: Around): boolean {
  if (mark.from >= hit.to) return mark.from < hit.to + NEXT;
  return mark.to > hit.from || !turnsBetween(scene, mark.to, hit.from);
}

const NEXT = 3;
