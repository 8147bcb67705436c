import { describe, expect, it } from 'vitest';
import { sentenceFeatures } from '../../../src/pipeline/classify/sentence-features.ts';
import { windowsOf } from '../../../src/pipeline/classify/windows.ts';

const windows = (text: string) => windowsOf(sentenceFeatures(text, () => []));
const cut = (text: string) => windows(text).map(({ start, end }) => text.slice(start, end));

describe('windowsOf', () => {
  it.each([
    ['one sentence by itself', 'He left.', ['He left.']],
    ['two sentences once', 'He left. I sat.', ['He left. I sat.']],
    [
      'every pair, and the whole',
      'A bee. A cat. A dog.',
      ['A bee. A cat.', 'A cat. A dog.', 'A bee. A cat. A dog.'],
    ],
    ['nothing in an empty text', ' … ', []],
  ])('gives %s', (_, text, parts) => {
    expect(cut(text)).toEqual(parts);
  });
});

describe('sentenceFeatures', () => {
  const counts = (text: string) => sentenceFeatures(text, () => [])[0]?.counts;

  it('tells who does it', () => {
    expect(counts('I lectured him')?.has('a:T lectur')).toBe(true);
    expect(counts('She lectured me')?.has('a:C lectur')).toBe(true);
    expect(counts('Her husband lectured me')?.has('a:O lectur')).toBe(true);
  });
});
