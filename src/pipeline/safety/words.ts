import { quotes } from '../text/quotes.ts';
import { sentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { stem } from './stem.ts';

/** One word of a text; `[Client]` and `[Person 1 (mother)]` count as the word 'client', 'mother'. */
export interface Word {
  /** Lower case, straight apostrophes, contractions split ('can' + 'not'). */
  readonly lower: string;
  readonly stem: string;
  /** Number of `lower` among the forms of this text, from 0 in order of appearance. */
  readonly form: number;
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
const NEGATED = new Map([
  ['ca', 'can'],
  ['wo', 'will'],
  ['sha', 'shall'],
  ['ai', 'be'],
]);
/** Contractions without an apostrophe: their first word, and how many letters it has. */
const LOOSE = new Map<string, readonly [string, number]>([
  ['cannot', ['can', 3]],
  ['cant', ['can', 3]],
  ['dont', ['do', 2]],
  ['doesnt', ['does', 4]],
  ['didnt', ['did', 3]],
  ['isnt', ['is', 2]],
  ['wasnt', ['was', 3]],
  ['wont', ['will', 2]],
  ['wouldnt', ['would', 5]],
  ['hasnt', ['has', 3]],
  ['havent', ['have', 4]],
  ['couldnt', ['could', 5]],
  ['im', ['i', 1]],
  ['ive', ['i', 1]],
  ['hes', ['he', 2]],
  ['shes', ['she', 3]],
  ['theyre', ['they', 4]],
]);

/** One word of a token, with what is the same wherever the text has it. */
interface Piece extends Pick<Word, 'lower' | 'stem' | 'form'> {
  /** Offsets from the start of the token. */
  readonly from: number;
  readonly to: number;
}

/** Words with their sentence, quotation and base form, in order; linear in the length of the text. */
export function wordsOf(text: string): Word[] {
  const spans = sentences(text);
  const said = quotes(text);
  const piecesOf = createPiecesOf();
  const out: Word[] = [];
  let sentence = 0;
  let quote = 0;
  let last = 0;
  for (const match of text.matchAll(WORD)) {
    const { 0: token, 1: role, index } = match;
    sentence = passed(spans, sentence, index);
    quote = passed(said, quote, index);
    const quoted = (said[quote]?.start ?? Number.POSITIVE_INFINITY) <= index;
    const capitals = CAPITALS.test(token);
    const before = index === last + 1 && text[last] === ' ' ? '' : text.slice(last, index);
    let cut = before !== '' && CUT.test(before);
    let comma = before.includes(',');
    for (const { lower, stem, form, from, to } of piecesOf(token, role)) {
      const [start, end] = [index + from, index + to];
      out.push({ lower, stem, form, start, end, sentence, quoted, capitals, cut, comma });
      cut = false;
      comma = false;
    }
    last = index + token.length;
  }
  return out;
}

/** Lower-case words of a phrase as `wordsOf` has them. */
export function formsOf(phrase: string): string[] {
  if (/^[a-z]+$/.test(phrase) && !LOOSE.has(phrase)) return [phrase];
  const forms: string[] = [];
  for (const [token, role] of phrase.matchAll(WORD))
    for (const { lower } of split(token, role)) forms.push(lower);
  return forms;
}

/** Index of the first span, from `from` on, that does not end before `offset`. */
function passed(spans: readonly Span[], from: number, offset: number): number {
  let at = from;
  while ((spans[at]?.end ?? Number.POSITIVE_INFINITY) <= offset) at += 1;
  return at;
}

/** The words of the tokens of one text; each token and each form is looked at once. */
function createPiecesOf() {
  const byToken = new Map<string, Piece[]>();
  const byForm = new Map<string, Piece>();
  return (token: string, role: string | undefined): readonly Piece[] => {
    const before = byToken.get(token);
    if (before) return before;
    const pieces: Piece[] = [];
    for (const { lower, from, to } of split(token, role)) {
      const known = byForm.get(lower);
      const form = known?.form ?? byForm.size;
      const piece = { lower, stem: known?.stem ?? stem(lower), form, from, to };
      if (!known) byForm.set(lower, piece);
      pieces.push(piece);
    }
    byToken.set(token, pieces);
    return pieces;
  };
}

type Part = Pick<Piece, 'lower' | 'from' | 'to'>;

function split(token: string, role: string | undefined): Part[] {
  const end = token.length;
  if (role !== undefined) return [{ lower: roleOf(role), from: 0, to: end }];
  const lower = token.toLowerCase().replace('’', "'");
  const loose = LOOSE.get(lower);
  if (loose) return two(loose[0], lower.endsWith('t') ? 'not' : 'be', loose[1], end);
  const mark = lower.indexOf("'");
  if (mark < 0) return [{ lower, from: 0, to: end }];
  const tail = lower.slice(mark);
  if (tail !== "'t" || lower[mark - 1] !== 'n') return two(lower.slice(0, mark), tail, mark, end);
  const head = lower.slice(0, mark - 1);
  return two(NEGATED.get(head) ?? head, 'not', mark - 1, end);
}

function two(head: string, tail: string, middle: number, end: number): Part[] {
  if (middle >= end) return [{ lower: head, from: 0, to: end }];
  return [
    { lower: head, from: 0, to: middle },
    { lower: tail, from: middle, to: end },
  ];
}

/** 'Person 1 (mother)' is read as the mother, 'Client' as the client. */
function roleOf(token: string): string {
  const role = /\(([^()]{1,30})\)/.exec(token)?.[1] ?? token;
  return (/\p{L}+/u.exec(role)?.[0] ?? 'someone').toLowerCase();
}
