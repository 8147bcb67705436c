import { quotes } from '../text/quotes.ts';
import { sentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { stem } from './stem.ts';

/** One word of a text; `[Client]` and `[Person 1 (mother)]` count as the word 'client', 'mother'. */
export interface Word {
  /** Lower case, straight apostrophes, contractions split ('can' + 'not'). */
  readonly lower: string;
  readonly stem: string;
  /** Under what wordings that may begin with it are listed: base form, form, first letters, number. */
  readonly keys: readonly string[];
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
  /** Number of the sentence it stands in, from 0. */
  readonly sentence: number;
  /** Inside quotation marks. */
  readonly quoted: boolean;
  /** Written in capitals throughout, as in SI or DV. */
  readonly capitals: boolean;
  /** A semicolon, dash, bracket or line break stands before it. */
  readonly cut: boolean;
  readonly comma: boolean;
}

const WORD =
  /\[([A-Za-z][^[\]\n]{0,40})\]|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?|\d+(?:[.,]\d+)*\p{L}{0,4}/gu;
const CUT = /[;:()–—\n]|\s-\s|--/;
const CAPITALS = /^\p{Lu}{2,8}$/u;
const NEGATED: Readonly<Record<string, string>> = { ca: 'can', wo: 'will', sha: 'shall', ai: 'be' };
const LOOSE: Readonly<Record<string, readonly [string, number]>> = {
  cannot: ['can', 3],
  cant: ['can', 3],
  dont: ['do', 2],
  doesnt: ['does', 4],
  didnt: ['did', 3],
  isnt: ['is', 2],
  wasnt: ['was', 3],
  wont: ['will', 2],
  wouldnt: ['would', 5],
  hasnt: ['has', 3],
  havent: ['have', 4],
  couldnt: ['could', 5],
  im: ['i', 1],
  ive: ['i', 1],
  hes: ['he', 2],
  shes: ['she', 3],
  theyre: ['they', 4],
};

interface Piece {
  readonly lower: string;
  readonly start: number;
  readonly end: number;
}

/** Words with their sentence, quotation and base form, in order; linear in the length of the text. */
export function wordsOf(text: string): Word[] {
  const spans = sentences(text);
  const said = quotes(text);
  const known = new Map<string, Known>();
  const out: Word[] = [];
  let sentence = 0;
  let quote = 0;
  let last = 0;
  for (const match of text.matchAll(WORD)) {
    const { index } = match;
    sentence = passed(spans, sentence, index);
    quote = passed(said, quote, index);
    const before = text.slice(last, index);
    const shared = {
      sentence,
      quoted: (said[quote]?.start ?? Number.POSITIVE_INFINITY) <= index,
      capitals: CAPITALS.test(match[0]),
    };
    for (const [nth, piece] of split(match).entries()) {
      const first = nth === 0;
      out.push({
        ...piece,
        ...shared,
        ...remember(known, piece.lower),
        cut: first && CUT.test(before),
        comma: first && before.includes(','),
      });
    }
    last = index + match[0].length;
  }
  return out;
}

/** Index of the first span, from `from` on, that does not end before `offset`. */
function passed(spans: readonly Span[], from: number, offset: number): number {
  let at = from;
  while ((spans[at]?.end ?? Number.POSITIVE_INFINITY) <= offset) at += 1;
  return at;
}

/** Letters of a beginning that words are looked up by. */
export const SHORTEST_PREFIX = 3;

type Known = Pick<Word, 'stem' | 'keys'>;

function remember(all: Map<string, Known>, lower: string): Known {
  const before = all.get(lower);
  if (before !== undefined) return before;
  const base = stem(lower);
  const keys = [`s:${base}`, `f:${lower}`, `p:${lower.slice(0, SHORTEST_PREFIX)}`];
  if (/^\d/.test(lower)) keys.push('#');
  const made = { stem: base, keys };
  all.set(lower, made);
  return made;
}

function split(match: RegExpExecArray): Piece[] {
  const start = match.index;
  const end = start + match[0].length;
  if (match[1] !== undefined) return [{ lower: roleOf(match[1]), start, end }];
  const lower = match[0].toLowerCase().replace('’', "'");
  const loose = Object.hasOwn(LOOSE, lower) ? LOOSE[lower] : undefined;
  if (loose) return two(loose[0], lower.endsWith('t') ? 'not' : 'be', start, start + loose[1], end);
  const mark = lower.indexOf("'");
  if (mark < 0) return [{ lower, start, end }];
  const tail = lower.slice(mark);
  if (tail === "'t" && lower[mark - 1] === 'n') {
    const head = lower.slice(0, mark - 1);
    return two(NEGATED[head] ?? head, 'not', start, start + mark - 1, end);
  }
  return two(lower.slice(0, mark), tail, start, start + mark, end);
}

function two(head: string, tail: string, start: number, middle: number, end: number): Piece[] {
  if (middle >= end) return [{ lower: head, start, end }];
  return [
    { lower: head, start, end: middle },
    { lower: tail, start: middle, end },
  ];
}

/** 'Person 1 (mother)' is read as the mother, 'Client' as the client. */
function roleOf(token: string): string {
  const role = /\(([^()]{1,30})\)/.exec(token)?.[1] ?? token;
  return (/\p{L}+/u.exec(role)?.[0] ?? 'someone').toLowerCase();
}
