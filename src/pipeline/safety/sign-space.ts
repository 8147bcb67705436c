/**
 * Numbers the signs that can be counted in a text. Below zero stands for what is not known; asked about
 * something unknown, a space answers the same.
 */
export interface SignSpace {
  /** Number of a word, by which the signs below are asked for. */
  word(plain: string): number;
  /** A word, `u:`. */
  one(word: number): number;
  /** Two neighbouring words, `b:`. */
  beside(first: number, second: number): number;
  /** Two words with one between them, `k:`. */
  apart(first: number, second: number): number;
  /** A list that has the word or phrase, `C:`. */
  list(name: string): number;
  /** What a rule found, `H:`. */
  rule(name: string): number;
}

/** A space without any signs. */
export const NO_SIGNS: SignSpace = {
  word: () => -1,
  one: () => -1,
  beside: () => -1,
  apart: () => -1,
  list: () => -1,
  rule: () => -1,
};
