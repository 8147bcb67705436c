import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../src/pipeline/safety/words.ts';

const lower = (text: string) => wordsOf(text).map((word) => word.lower);

describe('wordsOf', () => {
  it.each([
    ["She can't go.", ['she', 'can', 'not', 'go']],
    ['She won’t go.', ['she', 'will', 'not', 'go']],
    ['He cannot, I dont', ['he', 'can', 'not', 'i', 'do', 'not']],
    ["it's mum's", ['it', "'s", 'mum', "'s"]],
    ['[Person 2 (uncle)] rang [Client]', ['uncle', 'rang', 'client']],
    ['self-harm x3, 8yo', ['self', 'harm', 'x', '3', '8yo']],
    ['Schläft nicht, क्या', ['schläft', 'nicht', 'क्या']],
    ['😀 … !!', []],
  ])('splits “%s”', (text, words) => {
    expect(lower(text)).toEqual(words);
  });

  it('gives offsets that lead back to the text', () => {
    const text = 'He’s “fine”, can’t say — [Client] did.';
    expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'He',
      '’s',
      'fine',
      'ca',
      'n’t',
      'say',
      '[Client]',
      'did',
    ]);
  });

  it('knows sentences, quotations, capitals and what is cut off', () => {
    const words = wordsOf('SI denied; said "I am fine". New line.');
    const by = (word: string) => words.find(({ lower: own }) => own === word);
    expect(by('si')?.capitals).toBe(true);
    expect(by('i')?.quoted).toBe(true);
    expect(by('said')).toMatchObject({ quoted: false, cut: true, sentence: 0 });
    expect(by('new')?.sentence).toBe(1);
  });
});
