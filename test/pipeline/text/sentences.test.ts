import { describe, expect, it } from 'vitest';
import { sentences } from '../../../src/pipeline/text/sentences.ts';

const cut = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it.each([
    ['at stops', 'He came late. I said nothing!', ['He came late.', 'I said nothing!']],
    ['after closing quotes', 'She said "no." I waited.', ['She said "no."', 'I waited.']],
    ['at line breaks', '- late twice\n- no homework', ['- late twice', '- no homework']],
    [
      'not after an abbreviation',
      'CBT, sess. nine, incl. homework.',
      ['CBT, sess. nine, incl. homework.'],
    ],
    ['not inside a number', 'PHQ went from 12.5 to 9.', ['PHQ went from 12.5 to 9.']],
    ['nowhere in an empty text', ' \n ', []],
  ])('cuts %s', (_, text, parts) => {
    expect(cut(text)).toEqual(parts);
  });
});
