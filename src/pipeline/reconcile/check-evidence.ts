import type { SafeText } from '../message.ts';
import type { Span } from '../text/span.ts';
import type { Drops } from './drops.ts';
import { findQuote, type QuoteSources } from './find-quote.ts';

/** Cuts a piece out of de-identified text; given from outside, because only few may make SafeText. */
export type Cut = (text: SafeText, span: Span) => SafeText;

/** A passage of the account that a quote was found in. */
export interface Evidence extends Span {
  readonly words: SafeText;
}

const MOST = 3;
/** Pieces of one quote that stand this close are shown as the one passage they come from. */
const CLOSE = 200;

function joined(pieces: readonly Span[]): readonly Span[] {
  const start = Math.min(...pieces.map((piece) => piece.start));
  const end = Math.max(...pieces.map((piece) => piece.end));
  return end - start <= CLOSE ? [{ start, end }] : pieces;
}

/** What one answer's quotes are checked against. */
export interface EvidenceCheck {
  readonly text: SafeText;
  readonly sources: QuoteSources;
  readonly cut: Cut;
  readonly drops: Drops;
}

/**
 * The verbatim passages behind a claim's quotes, at most three; empty when none was found. Every
 * quote that is not found is counted, and so is a claim that brings none.
 *
 * @param dismiss tells of a found passage that it is no evidence for this claim
 */
export function checkEvidence(
  { text, sources, cut, drops }: EvidenceCheck,
  quotes: readonly string[],
  dismiss: (span: Span) => boolean = () => false,
): Evidence[] {
  if (quotes.length === 0) drops.add('no-quote');
  const found: Span[] = [];
  for (const quote of quotes) {
    const result = findQuote(quote, sources);
    if (!result.ok) drops.add(result.why);
    else if (result.spans.some(dismiss)) drops.add('someone-else');
    else found.push(...joined(result.spans));
  }
  const words = new Map(found.map((span) => [cut(text, span), span]));
  return [...words].slice(0, MOST).map(([said, span]) => ({ ...span, words: said }));
}
