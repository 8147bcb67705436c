import { clamp } from './clamp.ts';
import { literal } from './literal.ts';

/** A heading inside a section; `text` is one of the product's sentences. */
export const bold = (text: string): string => `*${literal(text)}*`;

/** One line of a list. */
export const bullet = (markup: string): string => `• ${markup}`;

/** Text of people or of the library, letter by letter and at most `max` code units of it. */
export const plain = (text: string, max: number): string => clamp(literal(text), max);

/** Lines as one text; empty ones are left out. */
export const lines = (all: readonly string[]): string =>
  all.filter((line) => line !== '').join('\n');
