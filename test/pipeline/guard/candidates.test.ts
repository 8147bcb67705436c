import { describe, expect, it } from 'vitest';
import { createCandidates } from '../../../src/pipeline/guard/candidates.ts';

const find = createCandidates(
  new Map([
    ['blame', [['your'], ['fault', 'doing']]],
    ['late', [['late again', 'late as always']]],
    ['short', [['i'], ['mad']]],
    ['open', []],
  ]),
);

describe('createCandidates', () => {
  it.each([
    ['it is your fault', ['open', 'blame']],
    ['it is your own doing', ['open', 'blame']],
    ['it is your hour', ['open']],
    ['it is a fault', ['open']],
    ['you are late again', ['open', 'late']],
    ['you are late', ['open']],
    ['am i mad', ['short', 'open']],
    ['', ['open']],
  ])('in "%s" finds %j', (text, found) => {
    expect(new Set(find(text))).toEqual(new Set(found));
  });
});
