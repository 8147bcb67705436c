import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neededParts } from '../../../src/pipeline/text/needed-parts.ts';

const holds = (source: string, text: string) =>
  neededParts(source).every((group) => group.some((part) => text.includes(part)));

/** Patterns of everything the knowledge files use, over few letters so that they match often. */
const { pattern } = fc.letrec<{ pattern: string; row: string }>((tie) => {
  const within = (...opens: string[]) =>
    fc.tuple(fc.constantFrom(...opens), tie('pattern')).map(([open, inner]) => `${open}${inner})`);
  const sign = fc.constantFrom(
    'a',
    'b',
    'ab',
    'B',
    '.',
    '\\w',
    '\\.',
    '[ab]',
    '[^a]',
    '[a-b]',
    '–',
    'É',
  );
  const times = fc.constantFrom('', '', '', '?', '+', '*?', '{0,2}', '{1,2}', '{2}', '{0,1}');
  const often = fc.tuple(fc.oneof(sign, within('(?:', '(')), times).map((both) => both.join(''));
  const piece = fc.oneof({ depthSize: 'small' }, sign, often, within('(?=', '(?!', '(?<=', '(?<!'));
  return {
    pattern: fc.array(tie('row'), { minLength: 1, maxLength: 3 }).map((rows) => rows.join('|')),
    row: fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join('')),
  };
});
const text = fc.string({ unit: fc.constantFrom('a', 'b', '.', ' ', '–', 'é'), maxLength: 8 });

describe('neededParts', () => {
  it.each([
    ['you keep', [['you keep']]],
    ['(you|they) lied?', [['you lie', 'they lie', 'you lied', 'they lied']]],
    ["(?<!not )you're (\\w{1,9} )?(mad|bad)(?! at)", [["you're "], ['mad', 'bad']]],
    ['always|(very )?late', [['always', 'late', 'very late']]],
    ['(so ){0,2}rude', [['rude']]],
    ['criti[sz]e', [['critise', 'critize']]],
    ['(I|We) can\\.$', [['i can.', 'we can.']]],
  ])('%s needs %j', (source, parts) => {
    expect(neededParts(source)).toEqual(parts);
  });

  it.each(['\\w+', 'late|', '(late)?', '(?=late)', '[^l]', 'É', '(late)\\1', '(?<name>late)'])(
    '%s needs nothing that can be told',
    (source) => {
      expect(neededParts(source)).toEqual([]);
    },
  );

  it('holds in every text that the pattern matches', () => {
    fc.assert(
      fc.property(pattern, text, (source, given) => {
        const low = given.toLowerCase();
        if (new RegExp(source, 'i').test(low)) expect(holds(source, low)).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });
});
