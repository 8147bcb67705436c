import type { LanguageRule } from '../../knowledge/knowledge.ts';
import { createBlameFinder } from './language-rules.ts';

/** A blaming word in a write-up and what could be said instead. */
export interface Restated {
  readonly rule: string;
  /** The word as it was written. */
  readonly found: string;
  /** Replacements, best first. */
  readonly instead: readonly string[];
}

const APOSTROPHES = /[’‘ʼ`]/g;
const QUOTED = /["“”„«»][^"“”„«»]{1,600}["“”„«»]/g;

/**
 * Builds the private restatement of a write-up: blaming words outside quotes, each rule once, with
 * the replacement on offer. For the writer's eyes only; nothing here scolds (clinical section 6).
 */
export function createRestate(
  language: readonly LanguageRule[],
  lexicons: Readonly<Record<string, string>>,
): (writeUp: string) => readonly Restated[] {
  const blameIn = createBlameFinder(language, lexicons);
  const instead = new Map(
    language.map(({ id, prefer }) => [id, prefer.split(';').map((part) => part.trim())]),
  );
  return (writeUp) => {
    const blank = (quote: string) => ' '.repeat(quote.length);
    const text = writeUp.replace(APOSTROPHES, "'").replace(QUOTED, blank).toLowerCase();
    const found = blameIn(text).map(({ rule, start, end }) => ({
      rule,
      found: writeUp.slice(start, end),
      instead: instead.get(rule) ?? [],
    }));
    return found.filter(({ rule }, at) => found.findIndex((other) => other.rule === rule) === at);
  };
}
