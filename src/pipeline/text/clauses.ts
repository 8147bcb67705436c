import { quotes } from './quotes.ts';
import { sentences } from './sentences.ts';
import type { Span } from './span.ts';

/** Part of a sentence that says one thing. */
export interface Clause extends Span {
  /** Index of its sentence in `sentences(text)`. */
  readonly sentence: number;
  /** True when it stands inside quotation marks. */
  readonly quoted: boolean;
  /** Joining word it starts with (but, because, when …), or empty. */
  readonly joiner: string;
}

const JOINERS =
  'but|because|although|though|whereas|while|when|whenever|if|until|unless|since|after|before|so|and|then|yet|except|instead|or|which|who';
const BREAK = new RegExp(
  `[;:…]\\s|\\s[-–—]{1,2}\\s|[–—]|\\.{2,12}\\s|,\\s|\\s(?=(?:${JOINERS})\\s)|["“”]`,
  'giu',
);
const JOINER = new RegExp(`^(${JOINERS})\\b`, 'i');
const FEWEST_LETTERS = 8;

/** Ends of the clauses of one sentence; a cut that would leave too short a piece is passed over. */
function cuts(text: string, sentence: Span): number[] {
  const found: number[] = [];
  let start = sentence.start;
  for (const { 0: mark, index } of text.slice(sentence.start, sentence.end).matchAll(BREAK)) {
    const cut = sentence.start + index + (/["“”]/.test(mark) ? 0 : mark.length);
    if (cut - start < FEWEST_LETTERS) continue;
    found.push(cut);
    start = cut;
  }
  return [...found.filter((cut) => cut < sentence.end), sentence.end];
}

/** Tells for spans asked in order whether their middle lies in one of the quotes. */
function createQuoted(said: readonly Span[]): (span: Span) => boolean {
  let at = 0;
  return ({ start, end }) => {
    const middle = (start + end) / 2;
    while ((said[at]?.end ?? Number.POSITIVE_INFINITY) <= middle) at++;
    return (said[at]?.start ?? Number.POSITIVE_INFINITY) <= middle;
  };
}

/** Cuts a text into clauses at commas, dashes, joining words and quotation marks; short pieces join the one before. */
export function clauses(text: string): Clause[] {
  const quoted = createQuoted(quotes(text));
  return sentences(text).flatMap((sentence, index) => {
    let start = sentence.start;
    return cuts(text, sentence).map((end) => {
      const span = { start, end };
      const joiner = JOINER.exec(text.slice(start, start + 12))?.[1]?.toLowerCase() ?? '';
      start = end;
      return { ...span, sentence: index, quoted: quoted(span), joiner };
    });
  });
}
