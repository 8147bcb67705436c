import { describe, expect, it } from 'vitest';
import { quotes } from '../../../src/pipeline/text/quotes.ts';

const said = (text: string) => quotes(text).map(({ start, end }) => text.slice(start, end));

describe('quotes', () => {
  it.each([
    ['straight marks', 'He said "no" and "go".', ['"no"', '"go"']],
    ['curly marks', 'She wrote “I am done”.', ['“I am done”']],
    ['single marks with a contraction inside', "He said 'I don't know' again.", ["'I don't know'"]],
    ['no apostrophes', "It wasn't the client's fault, she'd said.", []],
    ['no mark that is never closed', 'He said "no and left.', []],
  ])('finds %s', (_, text, found) => {
    expect(said(text)).toEqual(found);
  });
});
