import type { Span } from '../text/span.ts';
import { type FoldedText, foldText } from './fold-text.ts';

/** Why a quote is no evidence. */
export type QuoteFault = 'too-short' | 'from-prompt' | 'not-found';

export type QuoteFound =
  | { readonly ok: true; readonly spans: readonly Span[] }
  | { readonly ok: false; readonly why: QuoteFault };

/** Texts in which quotes are looked for, folded once. */
export interface QuoteSources {
  readonly account: FoldedText;
  /** Folded turns, because a whole turn may be shorter than the least length. */
  readonly turns: readonly string[];
  readonly prompt: string;
}

const SHORTEST = 12;
const SHORTEST_PIECE = 4;
const WIDEST = 600;
const MOST_TRIES = 50;
const GAP = /\s{0,3}(?:\[\s?)?\.{3,6}(?:\s?\])?\s{0,3}/;
const EDGES = /^[\s'.,;:!?()-]{1,40}|[\s'.,;:!?()-]{1,40}$/g;
const LETTER = /[\p{L}\p{N}]/u;

const trimmed = (text: string) => text.replace(EDGES, '');

/** Start of `piece` in `text` from `after` on, where it begins and ends at the edges of words; -1 if none. */
function indexOfWords(text: string, piece: string, after: number): number {
  for (let at = text.indexOf(piece, after); at >= 0; at = text.indexOf(piece, at + 1)) {
    const before = LETTER.test(text.charAt(at - 1)) && LETTER.test(piece.charAt(0));
    const behind = LETTER.test(text.charAt(at + piece.length)) && LETTER.test(piece.slice(-1));
    if (!before && !behind) return at;
  }
  return -1;
}

/** Folded spans of the later pieces in order behind a first one; null when one is missing. */
function following(text: string, pieces: readonly string[], first: Span): Span[] | null {
  const found = [first];
  let after = first.end;
  for (const piece of pieces) {
    const start = indexOfWords(text, piece, after);
    after = start + piece.length;
    if (start < 0 || after - first.start > WIDEST) return null;
    found.push({ start, end: after });
  }
  return found;
}

/** Folded spans of all pieces in order and close together, from the first place where they are. */
function inOrder(text: string, [head = '', ...rest]: readonly string[]): Span[] | null {
  let start = indexOfWords(text, head, 0);
  for (let tries = 0; start >= 0 && tries < MOST_TRIES; tries++) {
    const found = following(text, rest, { start, end: start + head.length });
    if (found !== null) return found;
    start = indexOfWords(text, head, start + 1);
  }
  return null;
}

function spansOf(text: string, quote: string): Span[] | null {
  const whole = inOrder(text, [quote]);
  if (whole !== null) return whole;
  const pieces = quote.split(GAP).map(trimmed);
  if (pieces.length < 2 || pieces.some((piece) => piece.length < SHORTEST_PIECE)) return null;
  return inOrder(text, pieces);
}

/**
 * Folds the texts in which the quotes of one answer are looked for.
 *
 * @param prompt the unchanging part of the prompt, folded
 */
export function quoteSources(
  account: string,
  turns: readonly string[],
  prompt: string,
): QuoteSources {
  return {
    account: foldText(account),
    turns: turns.map((turn) => trimmed(foldText(turn).text)),
    prompt,
  };
}

/**
 * Finds a quote of the account after folding (llm.md 7.4): at least 12 characters unless a whole
 * turn is shorter, at the edges of words, with `...` for a gap between pieces in order.
 *
 * @returns offsets into the original account, one span a piece
 */
export function findQuote(quote: string, { account, turns, prompt }: QuoteSources): QuoteFound {
  const wanted = trimmed(foldText(quote).text);
  if (wanted.length < SHORTEST && (wanted === '' || !turns.includes(wanted))) {
    return { ok: false, why: 'too-short' };
  }
  const spans = spansOf(account.text, wanted);
  if (spans === null) {
    const told = spansOf(prompt, wanted) !== null;
    return { ok: false, why: told ? 'from-prompt' : 'not-found' };
  }
  return {
    ok: true,
    spans: spans.map(({ start, end }) => ({
      start: account.from[start] ?? 0,
      end: account.to[end - 1] ?? 0,
    })),
  };
}
