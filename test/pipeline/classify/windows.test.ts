import { describe, expect, it } from 'vitest';
import { createNamingSpace } from '../../../src/pipeline/classify/naming-space.ts';
import { createSeeSentences } from '../../../src/pipeline/classify/sentence-features.ts';
import { windowsOf } from '../../../src/pipeline/classify/windows.ts';

const see = createSeeSentences({}, createNamingSpace([]));
const windows = (text: string) => windowsOf(see(text));
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
