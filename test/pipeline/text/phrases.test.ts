import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPhraseFinder } from '../../../src/pipeline/text/phrases.ts';
import { tokens } from '../../../src/pipeline/text/tokens.ts';

const LISTS = {
  silence: ['silen*', 'not a word'],
  late: ['late', 'turned up at*'],
};
const find = createPhraseFinder(Object.values(LISTS));

function found(text: string, from = 0) {
  const all = tokens(text);
  const names = Object.keys(LISTS);
  return find({ tokens: all, from, to: all.length }).map((list) => names[list]);
}

describe('createPhraseFinder', () => {
  it.each([
    ['a stem', 'He sat silently.', ['silence']],
    ['several words', 'She said not a word.', ['silence']],
    ['a stem inside a phrase', 'He turned up at ten.', ['late']],
    ['a list once', 'Late, silent, late again.', ['late', 'silence']],
    ['nothing in a longer word', 'Lately he talks.', []],
    ['nothing in half a phrase', 'Not a single word.', []],
  ])('finds %s', (_, text, names) => {
    expect(found(text)).toEqual(names);
  });

  it('finds nothing that reaches beyond the stretch', () => {
    const all = tokens('not a word');
    expect(find({ tokens: all, from: 0, to: 2 })).toEqual([]);
    expect(find({ tokens: all, from: 1, to: 3 })).toEqual([]);
  });

  it('finds what a walk over all phrases finds', () => {
    const words = fc.constantFrom('he', 'hesit', 'hesitate', 'goes', 'going', 'a', 'b', 'c');
    const pattern = fc.constantFrom('he', 'hesit*', 'goes', 'go*', 'goi*', 'a', 'b', 'c', 'cab*');
    const phrase = fc.array(pattern, { minLength: 1, maxLength: 4 }).map((own) => own.join(' '));
    fc.assert(
      fc.property(
        fc.array(fc.array(phrase, { maxLength: 4 }), { maxLength: 5 }),
        fc.array(words, { maxLength: 12 }),
        (lists, text) => {
          const stretch = { tokens: tokens(text.join(' ')), from: 0, to: text.length };
          const plain = lists.flatMap((own, at) =>
            own.some((one) => standsIn(one.split(' '), text)) ? [at] : [],
          );
          expect([...createPhraseFinder(lists)(stretch)].sort()).toEqual(plain);
        },
      ),
    );
  });
});

/** Whether a phrase stands anywhere; a beginning needs three letters to begin a phrase. */
function standsIn(phrase: readonly string[], text: readonly string[]): boolean {
  const [first = ''] = phrase;
  if (first.endsWith('*') && first.length < 4) return false;
  return text.some((_, start) =>
    phrase.every((pattern, at) => {
      const word = text[start + at] ?? '';
      return pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern;
    }),
  );
}
