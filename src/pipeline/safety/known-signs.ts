import { numberOf } from '../text/number-of.ts';
import { createPairTable, type Pair, type PairTable } from '../text/pair-table.ts';
import type { SignSpace } from './sign-space.ts';

type Numbers = Map<string, number>;

/** Builds the space of signs that have numbers; words and pairs of words go by number from then on. */
export function createKnownSigns(signs: ReadonlyMap<string, number>): SignSpace {
  const words: Numbers = new Map();
  const ones: number[] = [];
  forMarked(signs, 'u:', (word, sign) => {
    ones[numberOf(words, word)] = sign;
  });
  const beside = pairsOf(signs, 'b:', words);
  const apart = pairsOf(signs, 'k:', words);
  const lists = namesOf(signs, 'C:');
  const rules = namesOf(signs, 'H:');
  return {
    word: (plain) => words.get(plain) ?? -1,
    one: (word) => (word < 0 ? -1 : (ones[word] ?? -1)),
    beside: beside.get,
    apart: apart.get,
    list: (name) => lists.get(name) ?? -1,
    rule: (name) => rules.get(name) ?? -1,
  };
}

/** Visits the signs of one kind, by their names without its mark. */
function forMarked(
  signs: ReadonlyMap<string, number>,
  mark: string,
  visit: (name: string, sign: number) => void,
): void {
  signs.forEach((sign, name) => {
    if (name.startsWith(mark)) visit(name.slice(mark.length), sign);
  });
}

function namesOf(signs: ReadonlyMap<string, number>, mark: string): Numbers {
  const names: Numbers = new Map();
  forMarked(signs, mark, (name, sign) => names.set(name, sign));
  return names;
}

/** Signs of two words by the numbers of both. */
function pairsOf(signs: ReadonlyMap<string, number>, mark: string, words: Numbers): PairTable {
  const pairs: Pair[] = [];
  forMarked(signs, mark, (name, sign) => {
    const space = name.indexOf(' ');
    const first = numberOf(words, name.slice(0, space));
    pairs.push([first, numberOf(words, name.slice(space + 1)), sign]);
  });
  return createPairTable(pairs);
}
