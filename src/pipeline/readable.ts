import type { Unreadable } from './message.ts';
import { isPlainlyEnglish } from './plainly-english.ts';

/** How well a text fits each language (ISO 639-1), 0 to 1; empty when nothing can be said. */
export type LanguageScores = (text: string) => Readonly<Record<string, number>>;

/** Longest text that is read, in UTF-16 code units: what Slack lets a person post. */
const MOST = 40_000;
/** Enough to know a language by; a long quotation at the end does not change the answer. */
const LOOKED_AT = 2_000;
/** Fewer letters than these are too few to call a text foreign. */
const ENOUGH_LETTERS = /(?:\p{L}\P{L}*){12}/u;
/** How far ahead of English another language has to be. */
const AHEAD = 0.15;

/** Marks that are Slack's or ours, not the writer's language: emoji names, mentions, links, tokens. */
const NOT_LANGUAGE = /:[a-z0-9_+-]{1,40}:|<[^<>\s]{1,200}>|\[[^\][]{1,60}\]/gi;

function isForeign(text: string, scoresOf: LanguageScores): boolean {
  const words = text.slice(0, LOOKED_AT).replace(NOT_LANGUAGE, ' ');
  if (!ENOUGH_LETTERS.test(words)) return false;
  if (isPlainlyEnglish(words)) return false;
  const { en = 0, ...others } = scoresOf(words);
  return Math.max(0, ...Object.values(others)) - en >= AHEAD;
}

/**
 * Builds the check of why a text cannot be read as a case in English, or null when it can. `scoresOf` is
 * only asked about texts that are not plainly English, so that a detector can be loaded when first needed.
 */
export function createReadable(scoresOf: LanguageScores): (text: string) => Unreadable | null {
  return (text) => {
    if (text.trim() === '') return 'empty';
    if (text.length > MOST) return 'too-long';
    if (!/\p{L}/u.test(text.replace(NOT_LANGUAGE, ''))) return 'no-words';
    return isForeign(text, scoresOf) ? 'not-english' : null;
  };
}
