import type { LanguageRule } from '../../knowledge/knowledge.ts';
import { compileList, compileWords } from './compile-pattern.ts';

/** A word of the language rules as it stands in a text. */
export interface Blame {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
}

/** Denied ('not manipulative'), or said of the speaker ('I was getting defensive'). */
const DENIED = /(?:\b(?:not|never|no|without|neither|nor|hardly)|n't)\b[^.,;:!?]{0,30}$/;
const OWN =
  /\bi(?:'m|'ve| am| was| got| get| feel| felt| have been| may be| might be| may have been| could be)\b[^.,;:!?]{0,24}$/;
const LOOK_BACK = 48;

/**
 * Builds the finder of blaming words. The text is lower case with straight apostrophes and without
 * quoted words; denied words, words about the speaker and literal meanings are let off (section 6).
 */
export function createBlameFinder(
  rules: readonly LanguageRule[],
  lists: Readonly<Record<string, string>>,
): (text: string) => readonly Blame[] {
  const finders = rules.map(({ id, avoid }) => ({ id, at: compileWords(avoid, lists, true) }));
  const literal = compileList(lists.LITERAL ?? '(?!)', lists);
  const spans = new RegExp(literal.source, 'gi');

  return (text) => {
    const meant = [...text.matchAll(spans)].map(({ 0: hit, index }) => [index, index + hit.length]);
    const letOff = (start: number, end: number) => {
      const before = text.slice(Math.max(0, start - LOOK_BACK), start);
      if (DENIED.test(before) || OWN.test(before)) return true;
      return meant.some(([from = 0, to = 0]) => start < to && from < end);
    };
    return finders.flatMap(({ id, at }) =>
      [...text.matchAll(at)]
        .map(({ 0: hit, index }) => ({ rule: id, start: index, end: index + hit.length }))
        .filter(({ start, end }) => !letOff(start, end)),
    );
  };
}
