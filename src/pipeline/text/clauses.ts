import { quotes } from './quotes.ts';
import { sentences } from './sentences.ts';
import type { Span } from './span.ts';

/** Part of a sentence that says one thing. */
export interface Clause extends Span {
  /** Index of its sentence in `sentences(text)`. */
  readonly sentence: number;
  /** True when it stands inside quotation marks. */
  readonly quoted: boolean;
}

const JOINERS =
  'but|because|although|though|whereas|while|when|whenever|if|until|unless|since|after|before|so|and|then|yet|except|instead|or|which|who';
const BREAK = new RegExp(
  `[;:…]\\s|\\s[-–—]{1,2}\\s|[–—]|\\.{2,12}\\s|,\\s|\\s(?=(?:${JOINERS})\\s)|["“”]`,
  'giu',
);
const QUOTATION = /["“”]/;
const FEWEST_LETTERS = 8;

/** Ends of the clauses of one sentence; a cut that would leave too short a piece is passed over. */
function cuts(text: string, sentence: Span): number[] {
  const own = text.slice(sentence.start, sentence.end);
  const found: number[] = [];
  let start = 0;
  BREAK.lastIndex = 0;
  for (let mark = BREAK.exec(own); mark !== null; mark = BREAK.exec(own)) {
    const cut = QUOTATION.test(mark[0]) ? mark.index : BREAK.lastIndex;
    if (cut - start < FEWEST_LETTERS) continue;
    if (cut < own.length) found.push(sentence.start + cut);
    start = cut;
  }
  found.push(sentence.end);
  return found;
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
      start = end;
      return { ...span, sentence: index, quoted: quoted(span) };
    });
  });
}
