import { createNumbering } from '../text/numbering.ts';
import type { SignSpace } from './sign-space.ts';

/** A space that numbers whatever it is asked about, and can tell the names. */
export interface NamingSigns extends SignSpace {
  nameOf(sign: number): string;
}

/** Builds the space for fitting, where nothing is left out yet. */
export function createNamingSigns(): NamingSigns {
  const words = createNumbering();
  const signs = createNumbering();
  const two = (mark: string, first: number, second: number) =>
    signs.numberOf(`${mark}:${words.nameOf(first)} ${words.nameOf(second)}`);
  return {
    word: words.numberOf,
    one: (word) => signs.numberOf(`u:${words.nameOf(word)}`),
    beside: (first, second) => two('b', first, second),
    apart: (first, second) => two('k', first, second),
    list: (name) => signs.numberOf(`C:${name}`),
    rule: (name) => signs.numberOf(`H:${name}`),
    nameOf: signs.nameOf,
  };
}
