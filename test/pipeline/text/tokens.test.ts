import { describe, expect, it } from 'vitest';
import { tokens } from '../../../src/pipeline/text/tokens.ts';

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
});
