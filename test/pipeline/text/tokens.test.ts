import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokens } from '../../../src/pipeline/text/tokens.ts';

const PIECE =
  /\[[A-Za-z][\w ]{0,30}\]|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}{1,6})*|\d+(?:[.,:]\d+)*|[^\s\p{L}\d]/gu;

describe('tokens', () => {
  it.each([
    ['full negations', "I dont think he can't", ['i', "don't", 'think', 'he', "can't"]],
    [
      'short forms',
      'Pt did no hw, ct late',
      ['client', 'did', 'no', 'homework', ',', 'client', 'late'],
    ],
    ['curly apostrophes', 'She’s cross', ["she's", 'cross']],
    ['placeholders whole', 'Rang [Mother] at 10:30', ['rang', '[mother]', 'at', '10:30']],
  ])('gives %s', (_, text, words) => {
    expect(tokens(text).map((token) => token.text)).toEqual(words);
  });

  it('keeps where each token stands', () => {
    const text = 'He said “no”.';
    expect(tokens(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'He',
      'said',
      '“',
      'no',
      '”',
      '.',
    ]);
  });

  it('tells words, numbers and marks apart', () => {
    expect(tokens('I saw 3!').map(({ kind }) => kind)).toEqual(['word', 'word', 'number', 'mark']);
  });

  it('cuts where one pattern would, whatever the letters', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'don',
        "n't",
        "'abcdefg",
        '’',
        "'",
        'é',
        '\u0301',
        'İ',
        'ſ',
        '٣',
        '１',
        '\ud83d',
      ),
      fc.constantFrom('[Mother]', '[A b', '3.5', '10:30', '_', '\u00a0', '\u2028', '\u200b', ' '),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        const plain = [...text.matchAll(PIECE)].map(({ 0: raw, index }) => [index, raw]);
        expect(tokens(text).map(({ start, end }) => [start, text.slice(start, end)])).toEqual(
          plain,
        );
      }),
      { numRuns: 500 },
    );
  });
});
