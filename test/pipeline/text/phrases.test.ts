import { describe, expect, it } from 'vitest';
import { createPhraseFinder } from '../../../src/pipeline/text/phrases.ts';
import { tokens } from '../../../src/pipeline/text/tokens.ts';

const find = createPhraseFinder({
  silence: ['silen*', 'not a word'],
  late: ['late', 'turned up at*'],
});

describe('createPhraseFinder', () => {
  it.each([
    ['a stem', 'He sat silently.', ['silence']],
    ['several words', 'She said not a word.', ['silence']],
    ['a stem inside a phrase', 'He turned up at ten.', ['late']],
    ['nothing in a longer word', 'Lately he talks.', []],
    ['nothing in half a phrase', 'Not a single word.', []],
  ])('finds %s', (_, text, names) => {
    expect(find(tokens(text)).map(({ name }) => name)).toEqual(names);
  });
});
