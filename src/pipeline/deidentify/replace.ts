import type { Finding } from './finding.ts';
import type { Plain } from './normalise.ts';

/** A stretch of the raw text and what stands for it. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/** The replaced text, and the raw offset of each stretch that was left as it is. */
export interface Replaced {
  readonly text: string;
  readonly kept: readonly { readonly at: number; readonly raw: number; readonly length: number }[];
}

const OWNED = /['’][sS]$/;

/** Where findings stand in the raw text, with their tokens; a possessive ending stays readable. */
export function replacements(
  plain: Plain,
  raw: string,
  found: readonly Finding[],
  tokens: readonly string[],
): Replacement[] {
  return found.map((finding, index) => {
    const start = plain.rawOf(finding.start);
    const end = plain.rawOf(finding.end);
    const owned = OWNED.test(raw.slice(start, end)) ? "'s" : '';
    return { start, end, by: (tokens[index] ?? '') + owned };
  });
}

/** Puts the tokens in; `replaced` are in order and do not overlap. */
export function replace(raw: string, replaced: readonly Replacement[]): Replaced {
  let text = '';
  let from = 0;
  const kept: { at: number; raw: number; length: number }[] = [];
  const keep = (upTo: number) => {
    if (upTo > from) kept.push({ at: text.length, raw: from, length: upTo - from });
    text += raw.slice(from, upTo);
  };
  for (const { start, end, by } of replaced) {
    keep(start);
    text += by;
    from = end;
  }
  keep(raw.length);
  return { text, kept };
}

/** Raw offset of an offset in the replaced text, or -1 inside a token. */
export function rawOffset({ kept }: Replaced, offset: number): number {
  const part = kept.find(({ at, length }) => offset >= at && offset <= at + length);
  return part ? part.raw + offset - part.at : -1;
}
