import { numberOf } from '../text/number-of.ts';
import { createPairTable, type Pair, type PairTable } from '../text/pair-table.ts';
import type { SignSpace } from './sign-space.ts';

type Numbers = Map<string, number>;

/** Builds the space of signs that have numbers; words and pairs of words go by number from then on. */
export function createKnownSigns(signs: ReadonlyMap<string, number>): SignSpace {
  const words: Numbers = new Map();
  const ones = Int32Array.from(marked(signs, 'u:'), ([name, sign]) => {
    words.set(name, words.size);
    return sign;
  });
  const beside = pairs(marked(signs, 'b:'), words);
  const apart = pairs(marked(signs, 'k:'), words);
  const lists = new Map(marked(signs, 'C:'));
  const rules = new Map(marked(signs, 'H:'));
  return {
    word: (plain) => words.get(plain) ?? -1,
    one: (word) => (word < 0 ? -1 : (ones[word] ?? -1)),
    beside: beside.get,
    apart: apart.get,
    list: (name) => lists.get(name) ?? -1,
    rule: (name) => rules.get(name) ?? -1,
  };
}

/** Signs of one kind by their names without its mark. */
function marked(signs: ReadonlyMap<string, number>, mark: string): [string, number][] {
  const found: [string, number][] = [];
  for (const [name, sign] of signs)
    if (name.startsWith(mark)) found.push([name.slice(mark.length), sign]);
  return found;
}

/** Signs of two words by the numbers of both. */
function pairs(found: readonly [string, number][], words: Numbers): PairTable {
  return createPairTable(
    found.map(([name, sign]): Pair => {
      const space = name.indexOf(' ');
      const [first, second] = [name.slice(0, space), name.slice(space + 1)];
      return [numberOf(words, first), numberOf(words, second), sign];
    }),
  );
}
